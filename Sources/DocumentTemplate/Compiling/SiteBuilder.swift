import OfficeDocument
import XMLTree

/// Numbers the sites of a part's printed values; equal sites share a number.
struct SiteBuilder {
  let dialect: Dialect
  private(set) var sites: [Site] = []
  private var byParent: [Node: Int] = [:]
  private var bySite: [Site: Int] = [:]
  private var byStyle: [String?: PageBreakStyles] = [:]

  init(dialect: Dialect) {
    self.dialect = dialect
  }

  /// The site at `marker`; `carried` is what was around the tag before its carrier disappeared.
  mutating func site(at marker: Node, carried: Surroundings?) -> Int {
    guard let parent = marker.parent else { return number(of: .plain) }
    if dialect.role(of: parent) == .plainText { return number(of: .plain) }
    if carried == nil, let known = byParent[parent] { return known }
    if dialect.holdsTextOnly(parent) { return number(of: .plain) }
    var around = carried ?? Surroundings(of: marker, dialect)
    if dialect.format == .odt { around.pageBreaks = pageBreaks(of: around.paragraphStyle, in: marker.tree) }
    var site = Site(
      level: dialect.level(around: marker), in: around, dialect.format, replacesRun: carried != nil)
    site.space = Space.around(marker, dialect)
    if dialect.format == .docx { site.checkBox = CheckBox.around(marker) }
    site.isAlone = LoneTag.isAlone(marker, dialect)
    let holder = BlockHolder(around: marker, dialect)
    site.isOnPage = holder.isPage
    site.needsParagraphBehind = holder.needsParagraphBehind
    let result = number(of: site)
    if carried == nil { byParent[parent] = result }
    return result
  }

  private mutating func pageBreaks(of style: String?, in tree: XMLTree) -> PageBreakStyles {
    if let known = byStyle[style] { return known }
    let styles = PageBreakStyles(of: style, in: tree)
    byStyle[style] = styles
    return styles
  }

  /// The number of a site that stands by itself, such as `Site.plain`.
  mutating func number(of site: Site) -> Int {
    if let known = bySite[site] { return known }
    sites.append(site)
    bySite[site] = sites.count - 1
    return sites.count - 1
  }
}
