import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  {
    ignores: [
      '.vitepress/dist*',
      'bench/.work/**',
      '.vitepress/cache',
      '.vitepress/.temp',
      'package/**',
      '**/node_modules',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'off',
      'vue/require-default-prop': 'off',
      // TypeScript knows what is defined.
      'no-undef': 'off',
      // Naming control and invisible characters is what several rules of the check are for.
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
    },
  },
  // VS Code loads extensions of a workspace as CommonJS.
  { files: ['.vscode/**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
)
