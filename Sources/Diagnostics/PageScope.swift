/// The pages on which a header or a footer stands.
public struct PageScope: Sendable, Hashable {
  /// What the pages belong to.
  public enum Owner: Sendable, Hashable {
    /// A section of a Word document, counted from 1.
    case section(Int)
    /// A page style of an OpenDocument text, by the name its user sees.
    case pageStyle(String)
    /// Nothing that is known: the n-th header or footer of the package.
    case number(Int)
  }

  /// Which of them.
  public enum Pages: Sendable, Hashable, CaseIterable {
    /// All, or all that have no header of their own.
    case all
    /// The first page.
    case first
    /// Pages with an even number, which are left-hand pages.
    case even
  }

  public var owner: Owner
  public var pages: Pages

  /// Makes a scope.
  public init(_ owner: Owner, _ pages: Pages = .all) {
    self.owner = owner
    self.pages = pages
  }

  func text(of part: (chinese: String, english: String), in language: Language) -> String {
    switch language {
    case .english:
      let kind =
        switch pages {
        case .all: part.english
        case .first: "first-page \(part.english)"
        case .even: "even-page \(part.english)"
        }
      return switch owner {
      case .section(let number): "\(kind) of section \(number)"
      case .pageStyle(let name): "\(kind) of page style “\(name)”"
      case .number(let number): "\(kind) \(number)"
      }
    case .chinese:
      let kind =
        switch pages {
        case .all: part.chinese
        case .first: "首页\(part.chinese)"
        case .even: "偶数页\(part.chinese)"
        }
      return switch owner {
      case .section(let number): "第\(number)节的\(kind)"
      case .pageStyle(let name): "页面样式“\(name)”的\(kind)"
      case .number(let number): "第\(number)个\(kind)"
      }
    }
  }
}
