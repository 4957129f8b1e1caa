"""Writes what the benchmarks work on into a folder.

    python3 workload.py FOLDER [RECORDS]

    report.docx, report.json   an annual report: 5 pages, three tables with merged heads, loops over paragraphs
    rows.docx                  a table of one row, looped over `rows`
    records.jsonl              so many reports, by default 10,000

The XML is written as Word writes it: properties on every run, revision marks on every paragraph. The bytes
are the same in every run.
"""

import json
import pathlib
import sys
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONTS = '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋" w:cs="Times New Roman" w:hint="eastAsia"/>'
COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
RESULTS = [
    "予以公开", "部分公开", "属于国家秘密", "其他法律行政法规禁止公开", "危及“三安全一稳定”", "保护第三方合法权益", "属于三类内部事务信息",
    "属于四类过程性信息", "属于行政执法案卷", "属于行政查询事项", "本机关不掌握相关政府信息", "没有现成信息需要另行制作", "补正后申请内容仍不明确",
    "信访举报投诉类申请", "重复申请", "要求提供公开出版物", "无正当理由大量反复申请", "要求确认或重新出具已获取信息", "逾期不补正", "逾期未缴费",
    "其他处理", "总计"]
KINDS = ["规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费"]
UNITS = ["县教育局", "县财政局", "乡人民政府", "县卫生健康委员会", "县住房和城乡建设局"]


def run(text, size=32, bold=False):
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (f'<w:r w:rsidRPr="00A77427"><w:rPr>{FONTS}{weight}<w:color w:val="000000"/><w:kern w:val="0"/>'
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
            f'<w:t xml:space="preserve">{text}</w:t></w:r>')


def paragraph(text, size=32, bold=False, align="both", indent=640):
    return ('<w:p w:rsidR="00B22B45" w:rsidRPr="00A77427" w:rsidRDefault="00B22B45"><w:pPr><w:widowControl/>'
            f'<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="{indent}"/><w:jc w:val="{align}"/>'
            f'<w:rPr>{FONTS}<w:sz w:val="{size}"/></w:rPr></w:pPr>{run(text, size, bold)}</w:p>')


def cell(text, width=900, span=1, merge=None):
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = {None: "", "begin": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}[merge]
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width * span}" w:type="dxa"/>{spans}{merged}<w:tcBorders>'
            '<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            f'</w:tcBorders><w:vAlign w:val="center"/></w:tcPr>{paragraph(text, 21, align="center", indent=0)}</w:tc>')


def row(cells):
    return ('<w:tr w:rsidR="00B22B45" w:rsidRPr="00A77427"><w:trPr><w:cantSplit/><w:trHeight w:val="420"/><w:jc w:val="center"/></w:trPr>'
            + "".join(cells) + "</w:tr>")


def table(columns, rows):
    grid = "".join('<w:gridCol w:w="900"/>' for _ in range(columns))
    return ('<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def looped(name):
    return (paragraph("{%p for part in " + name + " %}") + paragraph("{{ part.head }}{{ part.body }}")
            + paragraph("{%p endfor %}"))


def report():
    first = [row([cell(text) for text in ["信息内容", "本年制发", "本年废止", "现行有效"]])]
    for number, kind in enumerate(KINDS):
        first.append(row([cell(kind)] + [cell("{{ disclosure.k%d.%s }}" % (number, column)) for column in "abc"]))
    second = [
        row([cell("（数据之间的勾稽关系：各项相加等于总计）", span=2, merge="begin"), cell("申请人情况", span=7)]),
        row([cell("", span=2, merge="on")] + [cell(column) for column in COLUMNS])]
    for number, result in enumerate(["新收申请", "结转申请"] + RESULTS + ["结转下年度"]):
        head = [cell(result, span=2)] if number < 2 else [cell("三、办理结果", merge="begin" if number == 2 else "on"), cell(result)]
        second.append(row(head + [cell("{{ applications.r%d[%d] }}" % (number, column)) for column in range(7)]))
    third = [row([cell("行政复议", span=5), cell("行政诉讼", span=5)]), row([cell(text) for text in ["维持", "纠正", "其他", "未结", "总计"] * 2]),
             row([cell("{{ review.%s%d }}" % (kind, column)) for kind in "ab" for column in range(5)])]
    body = [
        paragraph("{{ agency }}{{ year }}年政府信息公开工作年度报告", 44, True, "center", 0), paragraph("{{ opening }}"),
        paragraph("一、总体情况", bold=True), looped("overview"), paragraph("二、主动公开政府信息情况", bold=True), table(4, first),
        paragraph("三、收到和处理政府信息公开申请情况", bold=True), table(9, second),
        paragraph("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", bold=True), table(10, third),
        paragraph("五、存在的主要问题及改进情况", bold=True), looped("problems"), paragraph("六、其他需要报告的事项", bold=True),
        paragraph("{% if fee %}本年度收取信息处理费{{ fee }}元。{% else %}本年度未收取信息处理费。{% endif %}"),
        paragraph("{{ agency }}", align="right"), paragraph("{{ date }}", align="right")]
    return "".join(body)


def rows():
    names = ["a", "b", "c", "d", "e", "f", "g", "h"]
    head = row([cell(text) for text in ["序号", "申请人", "单位", "金额", "日期", "状态", "件数", "备注"]])
    first, last = "{%tr for r in rows %}", "{%tr endfor %}"
    return table(8, [head, row([cell(first, span=8)]), row([cell("{{ r.%s }}" % name) for name in names]), row([cell(last, span=8)])])


def sections():
    part = '<w:sectPr w:rsidR="00B22B45"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    return part


def write_docx(path, body):
    types = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
             '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
             '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>')
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s" Target="%s"/></Relationships>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="S{number}"><w:name w:val="样式 {number}"/><w:pPr><w:spacing w:line="{300 + number}"/></w:pPr><w:rPr>{FONTS}</w:rPr></w:style>'
        for number in range(300))
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {W}><w:body>{body}{sections()}</w:body></w:document>'
    entries = [
        ("[Content_Types].xml", types), ("_rels/.rels", links % (office + "/officeDocument", "word/document.xml")),
        ("word/document.xml", document), ("word/_rels/document.xml.rels", links % (office + "/styles", "styles.xml")),
        ("word/styles.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {W}>{styles}</w:styles>')]
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in entries:
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def data(number):
    text = "本机关认真贯彻落实政府信息公开条例，健全工作制度，规范办理流程，及时回应群众关切，按时发布各类政府信息"
    parts = lambda count, seed: [
        {"head": f"（{'一二三四五六'[index]}）工作情况。", "body": (text + f"{(seed + index) * 7 % 90 + 10}条，较上年有所增加。") * (2 + index % 3)}
        for index in range(count)]
    figure = lambda *places: (sum((place + 3) * 31 for place in places) + number * 17) % 40
    return {
        "agency": f"某县{UNITS[number % 5]}第{number}办公室", "year": 2021 + number % 3, "date": f"2022年1月{number % 28 + 1}日", "opening": text + "。",
        "fee": number % 2 * 120, "overview": parts(5, number), "problems": parts(3, number + 1),
        "disclosure": {f"k{index}": {column: figure(index, place) for place, column in enumerate("abc")} for index in range(len(KINDS))},
        "applications": {f"r{index}": [figure(index, column) for column in range(7)] for index in range(len(RESULTS) + 3)},
        "review": {f"{kind}{column}": figure(column) for kind in "ab" for column in range(5)}}


def big_row(index):
    """A row of the big table."""
    return {
        "a": index + 1, "b": f"申请人{index % 997}", "c": UNITS[index % 5], "d": f"{1000 + index * 7919 % 90000}.{index % 100:02d}",
        "e": f"2021-{index % 12 + 1:02d}-{index % 28 + 1:02d}", "f": ["已办结", "办理中", "已公开", "不予公开"][index % 4], "g": index * 31 % 1000,
        "h": f"第{index + 1}号申请，按期答复"}


def main(folder, records=10_000):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write_docx(folder / "report.docx", report())
    write_docx(folder / "rows.docx", rows())
    (folder / "report.json").write_text(json.dumps(data(1), ensure_ascii=False), encoding="utf-8")
    with open(folder / "records.jsonl", "w", encoding="utf-8") as file:
        for number in range(records):
            file.write(json.dumps(data(number), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
