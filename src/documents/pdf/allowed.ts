/** What a PDF file may hold: all else could run, play, send or fetch. Source: ISO 32000-2:2020. */

/** Entries of the catalogue (table 29), without `AA`, `AF`, `Collection`, `DPartRoot`, `NeedsRendering`, `Requirements`, `SpiderInfo` and `Threads`. */
export const catalogKeys: ReadonlySet<string> = new Set([
  ...[
    'Type',
    'Version',
    'Extensions',
    'Pages',
    'PageLabels',
    'Names',
    'Dests',
    'ViewerPreferences',
  ],
  ...['PageLayout', 'PageMode', 'Outlines', 'OpenAction', 'URI', 'AcroForm', 'Metadata'],
  ...['StructTreeRoot', 'MarkInfo', 'Lang', 'OutputIntents', 'PieceInfo', 'OCProperties', 'Perms'],
  ...['Legal', 'DSS', 'LastModified', 'ModDate', 'Threads'],
])

/** Trees that the name dictionary leads to (table 32): places in the file. */
export const nameTrees: ReadonlySet<string> = new Set(['Dests', 'Pages', 'Templates', 'IDS', 'AP'])

/** Entries of a form (table 224), without `XFA` and `CO`, which are there for scripts. */
export const formKeys: ReadonlySet<string> = new Set([
  ...['Fields', 'NeedAppearances', 'SigFlags', 'DR', 'DA', 'Q'],
])

/** Actions (table 201) that go to a place in the file, or open a page of the web. */
export const actionTypes: ReadonlySet<string> = new Set(['GoTo', 'URI', 'Named'])

/** Menu commands that turn the page (table 215). */
export const namedSteps: ReadonlySet<string> = new Set([
  ...['NextPage', 'PrevPage', 'FirstPage', 'LastPage', 'GoBack', 'GoForward'],
])

/** Annotations (table 171) that show something, without files, sound, film, screens and models. */
export const annotationTypes: ReadonlySet<string> = new Set([
  ...['Text', 'Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight'],
  ...['Underline', 'Squiggly', 'StrikeOut', 'Caret', 'Stamp', 'Ink', 'Popup', 'Widget'],
  ...['PrinterMark', 'TrapNet', 'Watermark', 'Redact'],
])

/** Ways of packing (table 6), without `Crypt`. */
export const filters: ReadonlySet<string> = new Set([
  ...['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'FlateDecode', 'RunLengthDecode'],
  ...['CCITTFaxDecode', 'JBIG2Decode', 'DCTDecode', 'JPXDecode'],
])
