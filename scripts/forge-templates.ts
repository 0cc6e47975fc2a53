import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

/** A field of a form of GitHub's, as far as the other forges' Markdown can say it. */
const field = z.object({
  type: z.string(),
  attributes: z.object({
    label: z.string().optional(),
    description: z.string().optional(),
    value: z.string().optional(),
  }),
})
const form = z.object({ name: z.string(), body: z.array(field) })

/** Templates of GitLab and Gitee by path, from GitHub's in the folder `root`: one text for three forges. */
export function forgeTemplates(root: string): [path: string, text: string][] {
  const request = readFileSync(`${root}.github/pull_request_template.md`, 'utf8')
  const forms = ['correction', 'program'].flatMap((name): [string, string][] => {
    const path = `${root}.github/ISSUE_TEMPLATE/${name}.yml`
    const { name: title, body } = form.parse(parse(readFileSync(path, 'utf8')))
    const text = body.map(markdownOf).join('\n\n') + '\n'
    return [
      [`.gitlab/issue_templates/${title}.md`, text],
      [`.gitee/ISSUE_TEMPLATE/${title}.md`, text],
    ]
  })
  return [
    ['.gitlab/merge_request_templates/Default.md', request],
    ['.gitee/PULL_REQUEST_TEMPLATE.zh-CN.md', request],
    ...forms,
  ]
}

function markdownOf({ attributes: { label, description, value } }: z.infer<typeof field>): string {
  const heading = label ? [`## ${label}`] : []
  const hint = description ? [`<!-- ${description} -->`] : []
  return [...heading, ...hint, ...(value ? [value] : [])].join('\n\n')
}
