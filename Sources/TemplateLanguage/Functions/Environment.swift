/// What templates may use besides the data: filters, tests and global functions.
///
/// `Environment()` has Jinja2's and those for official documents.
public struct Environment: Sendable {
  /// What a filter or test of the host's own does with its value and arguments.
  public typealias Function = @Sendable (_ value: Value, _ arguments: Arguments) throws(ValueError) -> Value

  private var filters = BuiltIn.filters
  private var tests = BuiltIn.tests
  private var globals = BuiltIn.globals

  /// What tags begin and end with, in the template and in those it includes.
  public var delimiters = Delimiters.standard
  /// The data's names that stand for streamed lists; a template that does anything with them but go through them in
  /// a loop is refused.
  public var streamedNames: Set<String> = []
  /// The templates that may be included and imported; none unless a loader is given.
  public var templates: TemplateLoader? {
    didSet {
      ownLibrary = templates.map { TemplateLibrary($0, compileDocument) }
      outerLibrary = nil
    }
  }
  private var ownLibrary: TemplateLibrary?
  /// For what is included: the library that it is kept in, which it therefore does not keep.
  private var outerLibrary: OuterLibrary?
  var library: TemplateLibrary? { ownLibrary ?? outerLibrary?.library }

  private struct OuterLibrary: Sendable {
    weak var library: TemplateLibrary?
  }

  /// Whether what is compiled may be included in a loop, whose `loop` it then knows.
  private(set) var isIncluded = false
  private var compileDocument: TemplateLibrary.DocumentCompiler?

  /// The built-in environment.
  public init() {}

  /// Adds or replaces a filter; `arguments` is how many it takes besides the value.
  public mutating func addFilter(
    _ name: String, arguments: ClosedRange<Int>, _ function: @escaping Function
  ) {
    filters[name] = NativeFunction(host: name, arguments: arguments, function)
  }

  /// Adds or replaces a test; `arguments` is how many it takes besides the value. Its result counts by
  /// whether it is true.
  public mutating func addTest(
    _ name: String, arguments: ClosedRange<Int>, _ function: @escaping Function
  ) {
    tests[name] = NativeFunction(host: name, arguments: arguments, function)
  }

  /// Adds or replaces a global function; its value is `none`.
  public mutating func addGlobal(
    _ name: String, arguments: ClosedRange<Int>, _ function: @escaping Function
  ) {
    globals[name] = NativeFunction(host: name, arguments: arguments, function)
  }

  /// The same, so that templates are loaded anew, and documents are compiled with `compileDocument`.
  package func including(
    _ compileDocument:
      @escaping @Sendable (_ bytes: [UInt8], _ name: String, Environment) -> Result<
        any IncludedDocument, MessageList
      >
  ) -> Environment {
    var environment = self
    environment.compileDocument = compileDocument
    environment.templates = templates
    return environment
  }

  /// The same for templates that others include.
  func included() -> Environment {
    var environment = self
    environment.isIncluded = true
    if let ownLibrary {
      environment.ownLibrary = nil
      environment.outerLibrary = OuterLibrary(library: ownLibrary)
    }
    return environment
  }

  /// The same with nothing loaded yet.
  func fresh() -> Environment {
    var environment = self
    environment.templates = templates
    return environment
  }

  func filter(_ name: String) -> NativeFunction? { filters[name] }
  func test(_ name: String) -> NativeFunction? { tests[name] }
  func global(_ name: String) -> NativeFunction? { globals[name] }

  /// The names of all filters, sorted.
  public var filterNames: [String] { filters.values.filter { !$0.isRefused }.map(\.name).sorted() }
  /// The names of all tests, sorted.
  public var testNames: [String] { tests.keys.sorted() }
  /// The names of all global functions, sorted.
  public var globalNames: [String] { globals.keys.sorted() }
}
