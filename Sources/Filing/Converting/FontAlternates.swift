import Glibc

/// The faces that stand in for those of offices where they are not installed, of the same kind each, as a
/// configuration of fontconfig: without one, LibreOffice on Linux takes whatever face has the characters.
enum FontAlternates {
  private static let song = ["宋体", "SimSun", "NSimSun", "STSong"]
  private static let fangsong = ["仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong", "方正仿宋_GBK"]
  private static let kai = ["楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "STKaiti", "方正楷体_GBK"]
  private static let hei = ["黑体", "SimHei", "STHeiti", "方正黑体_GBK"]
  private static let title = ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋体"]

  private static let openSong = ["AR PL UMing CN", "Noto Serif CJK SC", "Source Han Serif SC"]
  private static let openKai = ["AR PL UKai CN", "LXGW WenKai"]
  private static let openHei = ["Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei"]
  private static let openTitle = ["Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN"]

  /// The configuration: the machine's own, and the alternates on top.
  static var configuration: String {
    let own = unsafe getenv("FONTCONFIG_FILE").map { unsafe String(cString: $0) } ?? "/etc/fonts/fonts.conf"
    var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n"
    text += "<include ignore_missing=\"yes\">\(HTMLEscaping.escaped(own))</include>\n"
    for (names, open) in [
      (song, openSong), (fangsong, openSong), (kai, openKai), (hei, openHei), (title, openTitle),
    ] {
      for name in names {
        let alternates = (names.filter { $0 != name } + open).map { "<family>\($0)</family>" }.joined()
        text += "<alias binding=\"strong\"><family>\(name)</family><accept>\(alternates)</accept></alias>\n"
      }
    }
    return text + "</fontconfig>\n"
  }
}
