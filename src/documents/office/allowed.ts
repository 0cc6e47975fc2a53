/** What an Office file may hold: all else could run, or fetch. Source: ECMA-376, parts 1 and 4, and Microsoft's MS-OE376. */

const office = 'application/vnd.openxmlformats-officedocument.'
const named = (family: string, names: string) =>
  names.split(' ').map((name) => `${office}${family}${name}+xml`)
const own = (names: string) => names.split(' ').map((name) => `application/vnd.${name}+xml`)

/** Types of parts that hold text, pictures, drawings and what these look like. */
export const partTypes: ReadonlySet<string> = new Set([
  ...['application/xml', 'application/vnd.openxmlformats-package.relationships+xml'],
  'application/vnd.openxmlformats-package.core-properties+xml',
  ...named(
    '',
    'extended-properties custom-properties customXmlProperties theme themeOverride drawing',
  ),
  ...named(
    'wordprocessingml.',
    'document.main document.glossary styles settings webSettings fontTable',
  ),
  ...named(
    'wordprocessingml.',
    'numbering footnotes endnotes comments commentsExtended commentsIds',
  ),
  ...named('wordprocessingml.', 'commentsExtensible header footer people'),
  ...named(
    'presentationml.',
    'presentation.main slide slideLayout slideMaster notesSlide notesMaster',
  ),
  ...named('presentationml.', 'handoutMaster presProps viewProps tableStyles tags comments'),
  ...named('presentationml.', 'commentAuthors'),
  ...named('drawingml.', 'chart chartshapes diagramData diagramLayout diagramStyle diagramColors'),
  ...named(
    'spreadsheetml.',
    'sheet.main worksheet chartsheet styles sharedStrings table calcChain',
  ),
  ...named('spreadsheetml.', 'comments sheetMetadata'),
  ...own(
    'ms-word.stylesWithEffects ms-office.chartstyle ms-office.chartcolorstyle ms-office.chartex',
  ),
  ...own('ms-office.drawingml.diagramDrawing ms-office.classificationlabels'),
  ...own('ms-powerpoint.revisioninfo ms-powerpoint.changesinfo ms-powerpoint.comments'),
  ...own('ms-powerpoint.authors ms-excel.threadedcomments ms-excel.person'),
  // WPS keeps pictures of cells there.
  'application/vnd.wps-officedocument.cellimage+xml',
  `${office}vmlDrawing`,
  ...[`${office}obfuscatedFont`, 'application/x-fontdata', 'application/x-font-ttf'],
  `${office}spreadsheetml.printerSettings`,
  // The numbers a chart was drawn from.
  `${office}spreadsheetml.sheet`,
  ...[
    'image/png',
    'image/jpeg',
    'image/jpg',
    'image/gif',
    'image/bmp',
    'image/tiff',
    'image/svg+xml',
  ],
  ...['image/webp', 'image/x-emf', 'image/x-wmf', 'image/vnd.ms-photo'],
  ...['video/mp4', 'audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/x-wav'],
])

/** What parts may be to one another, by the end of the relationship's address. */
export const relationshipTypes: ReadonlySet<string> = new Set([
  ...['officeDocument', 'core-properties', 'extended-properties', 'custom-properties', 'thumbnail'],
  // The strict form's names.
  ...['extendedProperties', 'customProperties', 'coreProperties'],
  ...['styles', 'stylesWithEffects', 'settings', 'webSettings', 'fontTable', 'font', 'numbering'],
  ...['theme', 'themeOverride', 'footnotes', 'endnotes', 'comments', 'commentsExtended'],
  ...['commentsIds', 'commentsExtensible', 'people', 'header', 'footer', 'glossaryDocument'],
  ...['customXml', 'customXmlProps', 'image', 'hdphoto', 'hyperlink', 'chart', 'chartEx'],
  ...[
    'chartUserShapes',
    'chartStyle',
    'chartColorStyle',
    'package',
    'diagramData',
    'diagramLayout',
  ],
  ...['diagramQuickStyle', 'diagramColors', 'diagramDrawing', 'drawing', 'vmlDrawing', 'slide'],
  ...['slideLayout', 'slideMaster', 'notesSlide', 'notesMaster', 'handoutMaster', 'presProps'],
  ...[
    'viewProps',
    'tableStyles',
    'tags',
    'commentAuthors',
    'authors',
    'revisionInfo',
    'changesInfo',
  ],
  ...['classificationlabels', 'worksheet', 'chartsheet', 'sharedStrings', 'table', 'calcChain'],
  ...[
    'printerSettings',
    'sheetMetadata',
    'threadedComment',
    'person',
    'video',
    'audio',
    'media',
    'cellImage',
  ],
])

/** Fields that are worked out from the document itself, by their first word. Source: ECMA-376, part 1, 17.16.5. */
export const fieldNames: ReadonlySet<string> = new Set([
  ...[
    '=',
    'ADDRESSBLOCK',
    'ADVANCE',
    'AUTHOR',
    'AUTONUM',
    'AUTONUMLGL',
    'AUTONUMOUT',
    'BIBLIOGRAPHY',
  ],
  ...['CITATION', 'COMMENTS', 'COMPARE', 'CREATEDATE', 'DATE', 'DOCPROPERTY', 'DOCVARIABLE'],
  ...['EDITTIME', 'EQ', 'FILENAME', 'FILESIZE', 'FORMCHECKBOX', 'FORMDROPDOWN', 'FORMTEXT'],
  ...['GREETINGLINE', 'HYPERLINK', 'IF', 'INDEX', 'INFO', 'KEYWORDS', 'LASTSAVEDBY', 'LISTNUM'],
  ...['MERGEFIELD', 'MERGEREC', 'MERGESEQ', 'NEXT', 'NEXTIF', 'NOTEREF', 'NUMCHARS', 'NUMPAGES'],
  ...['NUMWORDS', 'PAGE', 'PAGEREF', 'PRINTDATE', 'QUOTE', 'REF', 'REVNUM', 'SAVEDATE', 'SECTION'],
  ...[
    'SECTIONPAGES',
    'SEQ',
    'SET',
    'SKIPIF',
    'STYLEREF',
    'SUBJECT',
    'SYMBOL',
    'TA',
    'TC',
    'TEMPLATE',
  ],
  ...['TIME', 'TITLE', 'TOA', 'TOC', 'USERADDRESS', 'USERINITIALS', 'USERNAME', 'XE', 'SHAPE'],
  ...['FORMULA', 'ADDIN'],
])

/** What a click on a slide may do: turn to another slide, play what is on it. Source: MS-OE376, 2.1.1227. */
export const slideActions =
  /^(|ppaction:\/\/(noaction|hlinkshowjump\?jump=\w+|hlinksldjump|customshow\?.*|media))$/
