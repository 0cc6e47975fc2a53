/** A package some of whose code reaches the reader. */
export interface ShippedPackage {
  name: string
  version: string
  /** SPDX expression: `MIT`. */
  licence: string
  /** The licence's own text. */
  text: string
}

/** A bill of materials for what reaches the reader. Source: https://cyclonedx.org/docs/1.6/json/ */
export function sbom(packages: readonly ShippedPackage[]): string {
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'chaotou', 'bom-ref': 'chaotou' } },
    components: packages.map(({ name, version, licence }) => ({
      type: 'library',
      'bom-ref': purl(name, version),
      name,
      version,
      scope: 'required',
      licenses: /[ (]/.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }],
      purl: purl(name, version),
    })),
    dependencies: [
      { ref: 'chaotou', dependsOn: packages.map(({ name, version }) => purl(name, version)) },
    ],
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}

/** The licences of the same packages, as their terms ask to be passed on. */
export function licences(packages: readonly ShippedPackage[]): string {
  const intro = '读者的浏览器里运行的程序用到了下面这些软件。\n'
  const parts = packages.map(
    ({ name, version, licence, text }) => `${name} ${version}（${licence}）\n\n${text.trim()}\n`,
  )
  return [intro, ...parts].join(`\n${'-'.repeat(72)}\n\n`)
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}
