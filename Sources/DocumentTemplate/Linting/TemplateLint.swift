public import Diagnostics
public import OfficeDocument
public import TemplateLanguage

/// Looks a template over for what is probably not meant, though nothing stops it from being filled.
///
/// ```swift
/// for finding in try TemplateLint.findings(in: package, name: "notice.docx") {
///   print(finding.text(in: .chinese))
/// }
/// ```
public enum TemplateLint {
  /// A rule, as it is listed.
  public struct Rule: Sendable, Hashable {
    /// The code that its findings have, such as `loop-over-text`; never changes once published.
    public let code: String
    public let chineseTitle: String
    public let englishTitle: String
    public let severity: Diagnostic.Severity
  }

  /// All rules, in the order of their codes.
  public static let rules: [Rule] = all.map {
    Rule(code: $0.code, chineseTitle: $0.title.chinese, englishTitle: $0.title.english, severity: $0.severity)
  }

  /// Data that a template is looked over with.
  public struct Data {
    let values: Mapping
    let place: (DataFinding) -> Place

    /// - Parameter place: says where in its file a finding about the data is.
    public init(_ values: Mapping, place: @escaping (DataFinding) -> Place) {
      self.values = values
      self.place = place
    }
  }

  /// The rules about text that looks like tags between the standard delimiters.
  private static let aboutBraces: Set = [AlmostATag().code, StrayDelimiter().code, SingleBraces().code]

  /// Everything that is wrong in the template, as compiling it tells, and then what the rules find.
  ///
  /// - Parameters:
  ///   - name: what diagnostics call the template, such as its file name.
  ///   - data: data that the template is filled with, for the rules that compare the two.
  ///   - ignored: the codes of rules that are not asked.
  /// - Throws: `OfficeError` for a package whose parts can't be read.
  public static func findings(
    in package: OfficePackage, name: String? = nil, environment: Environment = Environment(),
    data: Data? = nil, ignoring ignored: Set<String> = []
  ) throws(OfficeError) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    var template: DocumentTemplate?
    do throws(TemplateError) {
      template = try DocumentTemplate(package, name: name, environment: environment)
    } catch {
      switch error {
      case .unreadable(let error): throw error
      case .faulty(let diagnostics): errors = diagnostics
      }
    }
    let subject = try LintSubject(package, template: template, data: data, environment.delimiters)
    var found: [(severity: Diagnostic.Severity, finding: LintFinding)] = []
    let ignored = environment.delimiters == .standard ? ignored : ignored.union(aboutBraces)
    for rule in all where !ignored.contains(rule.code) {
      found += rule.findings(in: subject).map { (rule.severity, $0) }
    }
    // A stable sort: what one place has several of stays in the order of the rules.
    let ordered = found.enumerated().sorted { left, right in
      let (one, other) = (left.element.finding.order, right.element.finding.order)
      return (one.text, one.offset, left.offset) < (other.text, other.offset, right.offset)
    }
    let warnings = ordered.map { _, element in
      var place = element.finding.place
      if place.file == nil { place.file = name }
      var diagnostic = Diagnostic(
        element.severity, element.finding.message, at: place, excerpt: element.finding.excerpt)
      diagnostic.related = element.finding.related
      return diagnostic
    }
    var said: Set<Diagnostic> = []
    return errors + warnings.filter { said.insert($0).inserted }
  }

  static let all: [any LintRule] = [
    AlmostATag(), BlockTagBesideText(), ConstantCondition(), DigitsLost(), EmptyBlock(), FilterPrecedence(),
    FullWidthSigns(),
    LoopItemUnused(), LoopOverText(), MissingDefault(), MixedFormatting(), OldEscape(), PrefixDiffers(),
    QuotedName(), SetLostInLoop(), ShadowedName(), SimilarNames(), SingleBraces(), StrayDelimiter(),
    TagInDeletedText(), TagInFieldCode(), UnreachableBranch(), UnusedData(),
    UnusedMacro(), UnusedSet(),
  ]
}
