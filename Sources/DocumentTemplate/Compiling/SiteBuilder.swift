import OfficeDocument
import XMLTree

/// Numbers the sites of a part's printed values; equal sites share a number.
struct SiteBuilder {
  let dialect: Dialect
  private(set) var sites: [Site] = []
  private var byParent: [Node: Int] = [:]
  private var bySite: [Site: Int] = [:]
  private var byPlace: [Place: Int] = [:]
  private var byStyle: [String?: PageBreakStyles] = [:]
  /// What is around places.
  private var surroundings: [Surroundings] = []
  private var byFingerprint: [Fingerprint: Int] = [:]
  private var byCarried: [Surroundings: Int] = [:]

  /// All that makes the site of a tag.
  private struct Place: Hashable {
    let level: Level
    /// Which of the builder's surroundings.
    let around: Int
    let replacesRun: Bool
    let space: Space?
    let checkBox: CheckBox?
    let isAlone: Bool
    let isOnPage: Bool
    let needsParagraphBehind: Bool

    func site(in around: Surroundings, _ format: OfficeFormat) -> Site {
      var site = Site(level: level, in: around, format, replacesRun: replacesRun)
      site.space = space
      site.checkBox = checkBox
      site.isAlone = isAlone
      site.isOnPage = isOnPage
      site.needsParagraphBehind = needsParagraphBehind
      return site
    }
  }

  init(dialect: Dialect) {
    self.dialect = dialect
  }

  /// The site at `marker`; `carried` is what was around the tag before its carrier disappeared.
  mutating func site(at marker: Node, carried: Surroundings?) -> Int {
    guard let parent = marker.parent else { return number(of: .plain) }
    if dialect.role(of: parent) == .plainText { return number(of: .plain) }
    if carried == nil, let known = byParent[parent] { return known }
    if dialect.holdsTextOnly(parent) { return number(of: .plain) }
    let around = around(marker, carried)
    let holder = BlockHolder(around: marker, dialect)
    let place = Place(
      level: dialect.level(around: marker), around: around, replacesRun: carried != nil,
      space: Space.around(marker, dialect),
      checkBox: dialect.format == .docx ? CheckBox.around(marker) : nil,
      isAlone: LoneTag.isAlone(marker, dialect), isOnPage: holder.isPage,
      needsParagraphBehind: holder.needsParagraphBehind)
    let result: Int
    if let known = byPlace[place] {
      result = known
    } else {
      result = number(of: place.site(in: surroundings[around], dialect.format))
      byPlace[place] = result
    }
    if carried == nil { byParent[parent] = result }
    return result
  }

  /// The number of what is around a tag. Most are in paragraphs like others, which fingerprints tell without writing
  /// their tags and properties.
  private mutating func around(_ marker: Node, _ carried: Surroundings?) -> Int {
    if let carried {
      if let known = byCarried[carried] { return known }
      byCarried[carried] = surroundings.count
      return add(carried, in: marker.tree)
    }
    let fingerprint = Surroundings.fingerprint(of: marker, dialect)
    if let known = byFingerprint[fingerprint] { return known }
    byFingerprint[fingerprint] = surroundings.count
    return add(Surroundings(of: marker, dialect), in: marker.tree)
  }

  private mutating func add(_ around: Surroundings, in tree: XMLTree) -> Int {
    var around = around
    if dialect.format == .odt { around.pageBreaks = pageBreaks(of: around.paragraphStyle, in: tree) }
    surroundings.append(around)
    return surroundings.count - 1
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
