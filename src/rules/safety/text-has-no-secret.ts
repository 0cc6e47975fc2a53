import { textRule } from '../engine/rule.ts'
import { sensitiveFindings } from '../reading/sensitive-text.ts'
import type { Shape } from '../reading/sensitive-text.ts'

const passwordInAddress =
  /\b(?:https?|ftp|ssh|mysql|postgres(?:ql)?|redis|mongodb):\/\/[^\s/:@"']{1,64}:[^\s/:@"']{1,128}@/gi

/** Private keys, and tokens that their issuers gave a shape of their own. */
const tokens = [
  /-----BEGIN (?:[A-Z]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g,
  /(?<![\w-])(?:AKIA|ASIA)[0-9A-Z]{16}(?![\w])/g,
  /(?<![\w-])gh[pousr]_[A-Za-z0-9]{36,255}/g,
  /(?<![\w-])github_pat_[A-Za-z0-9_]{60,100}/g,
  /(?<![\w-])glpat-[\w-]{20,64}/g,
  /(?<![\w-])xox[abposr]-[A-Za-z0-9-]{10,200}/g,
  /(?<![\w-])AIza[\w-]{35}(?![\w-])/g,
  /(?<![\w-])[sr]k_live_[0-9A-Za-z]{16,128}/g,
  /(?<![\w-])sk-(?:proj-|ant-)?[\w-]{32,200}/g,
  /(?<![\w-])LTAI[A-Za-z0-9]{12,26}(?![\w-])/g,
  /(?<![\w-])AKID[A-Za-z0-9]{32}(?![\w-])/g,
  /(?<![\w-])npm_[A-Za-z0-9]{36}(?![\w-])/g,
  /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/g,
]
const shapes: Shape[] = [
  { pattern: passwordInAddress, trace: '@', inAddress: true },
  ...tokens.map((pattern) => ({ pattern, inAddress: true })),
]

export const textHasNoSecret = textRule({
  id: 'text-has-no-secret',
  summary: '任何文件里都没有密码、私钥和访问令牌。',
  severity: 'error',
  silenceable: false,
  check: (context) =>
    sensitiveFindings(context, shapes, (masked) => ({
      message: `这里有一个密钥或密码：${masked}。`,
      hint: '先到发放它的地方作废，再从文件里删去：提交过的密钥，删掉也算泄露了。',
    })),
})
