/// Sums of money in characters, 壹佰贰拾叁元整, by 《正确填写票据和结算凭证的基本规定》, the People's Bank of China's
/// 《支付结算办法》 (银发〔1997〕393号), annex 1:
///
/// - 整 follows 元 when nothing else does; after 角 it may be left out, and is, as in the annex's example
///   ￥1,409.50 人民币壹仟肆佰零玖元伍角; after 分 it is not written (article 2);
/// - zeros in the middle are one 零 (article 5, 1 and 2); when 元 is 0 and 角 is not, 零 may be written, and is,
///   after the annex's first example, ￥1,680.32 人民币壹仟陆佰捌拾元零叁角贰分, while 万 that is 0 adds none,
///   ￥107,000.53 人民币壹拾万柒仟元零伍角叁分 (3);
/// - when 角 is 0 and 分 is not, 零 follows 元, ￥16,409.02 人民币壹万陆仟肆佰零玖元零贰分 (4).
///
/// It is rounded to 分, halves away from zero. The annex has no negative sums; 负 stands before them.
enum ChineseMoney {
  static func text(_ number: Decimal) throws(ValueError) -> String {
    let cents = number.magnitude.rounded(to: 2, .halfUp).padded(to: 2).digits
    let (yuan, rest) = cents.dividedTruncating(by: .small(100))
    let (jiao, fen) = (rest.small ?? 0).quotientAndRemainder(dividingBy: 10)
    if cents.isZero { return "零元整" }
    var result = number.signum < 0 ? "负" : ""
    if !yuan.isZero { result += try ChineseNumerals.upper.whole(yuan) + "元" }
    if jiao == 0, fen == 0 { return result + "整" }
    let endsInZero = yuan.dividedTruncating(by: .small(10)).remainder.isZero
    if !yuan.isZero, jiao == 0 || endsInZero { result += "零" }
    if jiao > 0 { result += digits[jiao] + "角" }
    if fen > 0 { result += digits[fen] + "分" }
    return result
  }

  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
}
