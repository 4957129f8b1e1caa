public import OfficeDocument
public import TemplateLanguage

/// A picture: `{{ x }}` prints it inline, like a character as large as it is.
///
/// ```swift
/// let logo = try Picture(bytes, size: .width(.millimetres(30)), alternativeText: "徽标")
/// let data: Mapping = ["logo": .object(logo)]
/// ```
public struct Picture: Sendable, Hashable {
  /// How large it is printed.
  public enum Size: Sendable, Hashable {
    /// As large as the file means it to be.
    case natural
    /// This wide, and as high as that makes it.
    case width(Length)
    /// This high, and as wide as that makes it.
    case height(Length)
    /// This wide and this high, whatever that does to its proportions.
    case exact(width: Length, height: Length)
    /// As large as fits, its proportions kept: into this width and height; without a width, into the cell, text
    /// box or page it stands in.
    case fitted(width: Length? = nil, height: Length? = nil)
  }

  /// The file.
  public var data: PictureData
  public var size: Size
  /// What is said where the picture can't be seen.
  public var alternativeText: String?
  /// The address a click leads to.
  public var link: String?
  /// For a drawing (.svg) in a Word document: what readers show that know no drawings.
  public var fallback: PictureData?

  /// Makes a picture of a file already read.
  public init(
    _ data: PictureData, size: Size = .natural, alternativeText: String? = nil, link: String? = nil,
    fallback: PictureData? = nil
  ) {
    self.data = data
    self.size = size
    self.alternativeText = alternativeText
    self.link = link
    self.fallback = fallback
  }

  /// Makes a picture of a file: PNG, JPEG, GIF, BMP, TIFF, SVG, EMF or WMF.
  ///
  /// - Throws: `OfficeError` for a file that is none of these, is damaged, too large or hostile.
  public init(
    _ bytes: [UInt8], size: Size = .natural, alternativeText: String? = nil, link: String? = nil
  ) throws(OfficeError) {
    self.init(try PictureData(bytes), size: size, alternativeText: alternativeText, link: link)
  }
}

extension Picture: TemplateObject {
  /// `picture`
  public var typeName: String { "picture" }
  /// `图片`
  public var chineseTypeName: String { "图片" }
  /// The alternative text.
  public var text: String? { alternativeText ?? "" }
}

extension Picture: MarkupObject {
  func level(at site: Site) -> Level { .runs }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    let size = try extent(in: writer.space)
    switch writer.format {
    case .docx: try WordPicture(picture: self, size: size).write(into: &writer)
    case .odt: try OpenDocumentPicture(picture: self, size: size).write(into: &writer)
    }
  }

  /// The size on paper where there is `space`.
  func extent(in space: @autoclosure () -> Space) throws(ValueError) -> PictureSize {
    let natural = data.naturalSize
    let result: PictureSize
    switch size {
    case .natural: result = natural
    case .width(let width): result = natural.scaled(toWidth: try checked(width))
    case .height(let height): result = natural.scaled(toHeight: try checked(height))
    case .exact(let width, let height):
      result = PictureSize(width: try checked(width), height: try checked(height))
    case .fitted(let width?, let height):
      result = natural.scaled(
        within: try checked(width),
        try height.map { (height) throws(ValueError) in
          try checked(height)
        })
    case .fitted(nil, let height):
      let space = space()
      let limits = [space.height, try height.map { (height) throws(ValueError) in try checked(height) }]
      result = natural.scaled(within: space.width, limits.compactMap { $0 }.min())
    }
    return result
  }

  private func checked(_ length: Length) throws(ValueError) -> Int {
    guard length.emu > 0, length.emu <= PictureSize.greatestLength else {
      throw ValueError(.unsuitablePictureSize)
    }
    return length.emu
  }
}
