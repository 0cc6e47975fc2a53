import type { Library } from '../content/library.ts'
import { publicAddress } from './address.ts'

/** Where to report a weakness. Source: RFC 9116. Undefined while the operator names no contact. */
export function securityTxt({ site }: Library): string | undefined {
  if (!site.security) return undefined
  const { contact, expires } = site.security
  const own = publicAddress(site, '/.well-known/security.txt')
  return [
    ...contact.map((address) => `Contact: ${address}`),
    // A day ends where the operator is.
    `Expires: ${expires}T23:59:59+08:00`,
    'Preferred-Languages: zh, en',
    ...(own ? [`Canonical: ${own}`] : []),
    '',
  ].join('\n')
}
