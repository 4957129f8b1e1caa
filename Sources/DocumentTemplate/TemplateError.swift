public import Diagnostics
public import OfficeDocument

/// Why a template can't be compiled or rendered.
public enum TemplateError: Error, Sendable, Hashable {
  /// The package is damaged, hostile, or not what it should be.
  case unreadable(OfficeError)
  /// Everything wrong in the template, or in the data for it.
  case faulty([Diagnostic])

  /// What to tell the user; `file` is the template's name.
  public func diagnostics(file: String?) -> [Diagnostic] {
    switch self {
    case .unreadable(let error): [error.diagnostic(file: file)]
    case .faulty(let diagnostics): diagnostics
    }
  }
}
