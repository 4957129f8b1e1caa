extension RandomDrawing {
  /// What is wrong wherever it stands: some are found when the template is compiled, some when it meets data.
  static let flaws = [
    "{{ t", "t }}", "{{ t | nosuch }}", "{{ t is nosuch }}", "{{ t | upper(1, 2) }}", "{{ nosuch(t) }}",
    "{{ 1 + }}",
    "{{ missing }}", "{{ n + t }}", "{{ t.u.v }}", "{{ n / 0 }}", "{{ us | date }}", "{{ xs[9] }}",
    "{% endif %}", "{% if %}", "{% if a %}", "{% else %}", "{% for in xs %}", "{%p endfor %}", "{%p if a %}",
    "{%tr for x in xs %}", "{%tc endif %}", "{% vm %}", "{% nosuch %}", "{% cellbg 'nosuch' %}",
    "{% set 1 = 2 %}",
    "{{ ‖t | no‖such }}", "{# ", "{% macro %}", "{% include 'nosuch.docx' %}", "{{p t }} beside",
  ]
}
