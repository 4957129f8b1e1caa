extension Report {
  /// How the end of a report is laid out for signing.
  public struct Signature: Sendable, Hashable {
    /// The way it is signed.
    public var mode: Mode
    /// The agencies that issue the report jointly, in their order; empty if the report's own agency issues it alone.
    public var agencies: [Signer] = []
    /// What the report's own agency signs with; its name is the report's.
    public var own = Signer(name: "")
    /// How wide a seal is, in millimetres.
    public var sealDiameter = Self.usualSealDiameter
    /// How wide and high a signature stamp is, in millimetres.
    public var stampSize = Self.usualStampSize
    /// The words of the line for a signature by hand; nil for no such line.
    public var handSignature: String?
    /// Whether a draft shows a dotted circle where the seal goes.
    public var hasGuide = false

    /// 42 mm, the seal of a township.
    public static let usualSealDiameter = 42
    /// 40 mm by 15 mm.
    public static let usualStampSize = StampSize(width: 40, height: 15)
    /// 负责人（签字）：
    public static let usualHandSignature = "负责人（签字）："

    /// A way of signing (GB/T 9704—2012, 7.3.5).
    public enum Mode: String, Sendable, Hashable, CaseIterable {
      /// With the agency's seal, 加盖印章.
      case seal
      /// Without a seal.
      case plain
      /// With the head's signature stamp, 签名章.
      case stamp
    }

    /// Makes a signature.
    public init(mode: Mode = .seal) {
      self.mode = mode
    }
  }

  /// An agency at the end of a report.
  public struct Signer: Sendable, Hashable {
    /// Its full name.
    public var name: String
    /// What its head is, 签发人职务, such as 乡长; printed beside the signature stamp.
    public var headTitle: String?
    /// The file of a picture of its seal, relative to the report file.
    public var seal: String?
    /// The file of a picture of its head's signature stamp, relative to the report file.
    public var stamp: String?

    /// Makes a signer.
    public init(name: String, headTitle: String? = nil, seal: String? = nil, stamp: String? = nil) {
      self.name = name
      self.headTitle = headTitle
      self.seal = seal
      self.stamp = stamp
    }
  }

  /// The size of a signature stamp in millimetres.
  public struct StampSize: Sendable, Hashable {
    /// Its width.
    public var width: Int
    /// Its height.
    public var height: Int

    /// Makes a size.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// Those who sign, in their order; one at least.
  public var signers: [Signer] {
    guard signature.agencies.isEmpty else { return signature.agencies }
    var signer = signature.own
    signer.name = agency
    return [signer]
  }
}
