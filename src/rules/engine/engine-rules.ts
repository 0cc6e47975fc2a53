import type { InArea } from './rule.ts'

/** Promises that the engine itself holds, described like any rule. */
export const engineRules = {
  promotionNamesARule: {
    id: 'promotion-names-a-rule',
    summary: 'site.yaml 的 promote 里写的都是规则名。',
    area: 'editorial',
    severity: 'error',
    silenceable: false,
  },
  ruleRunsToTheEnd: {
    id: 'rule-runs-to-the-end',
    summary: '每条规则都能检查完，不会中途出错。',
    area: 'editorial',
    severity: 'error',
    silenceable: false,
    testedBy: 'src/rules/engine/run.test.ts',
  },
  silenceIsNeeded: {
    id: 'silence-is-needed',
    summary: '静默的规则确实会在这一条目上报告问题。',
    area: 'editorial',
    severity: 'warning',
    silenceable: false,
  },
} as const satisfies Record<string, InArea>
