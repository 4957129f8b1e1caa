/// Where this language means to differ from jinja2, what it makes of it, and why.
enum IntendedDifferences {
  struct Difference {
    let template: String
    /// Nil for an error.
    let here: String?
    let reason: String
  }

  static let all: [Difference] = [
    Difference(template: "{{ 0.1 + 0.2 }}", here: "0.3", reason: "decimals are exact"),
    Difference(template: "{{ 75.9260 }}", here: "75.9260", reason: "decimals keep their places"),
    Difference(template: "{{ [1, n] | join }}", here: "1", reason: "none prints nothing, when joined too"),
    Difference(template: "{{ 'a' ~ n }}", here: "a", reason: "none prints nothing, when joined too"),
    Difference(
      template: "{{ [missing] }}", here: nil, reason: "what is unknown is an error as soon as it is used"),
    Difference(
      template: "{% for x in l %}{% break %}{% else %}b{% endfor %}", here: "",
      reason: "else is for loops without a turn"),
    Difference(
      template: "{% for x in l %}{{ i }}{% endfor %}{% set i = 1 %}", here: "777",
      reason: "a name has its outer value until it is set"),
    Difference(
      template: "{% for q in l %}{% include 'loop.txt' %}{% endfor %}", here: "1,2,3",
      reason: "an included template knows the loop it stands in"),
    Difference(
      template: "{% set i %}{{ i }}!{% endset %}{{ i }}", here: "7!",
      reason: "a name has its outer value until it is set"),
    Difference(
      template:
        "{% macro a() %}<{{ caller() }}>{% endmacro %}{% macro b() %}{% call a() %}{{ caller() }}{% endcall %}{% endmacro %}"
        + "{% call b() %}x{% endcall %}", here: "<x>",
      reason: "a call block sees the caller of the macro around it"),
    Difference(
      template: "{{ 'x' is defined if t else 'y' }}", here: "True", reason: "if ends a test's argument"),
    Difference(template: "{{ “a” ~ ‘b’ }}", here: "ab", reason: "curly quotes are quotes"),
    Difference(template: "{{ i，j }}", here: "[7, -3]", reason: "full-width punctuation is punctuation"),
    Difference(template: "{{ (1, 2) ~ '' }}", here: "[1, 2]", reason: "tuples are lists"),
    Difference(template: "{{p i }}", here: "7", reason: "docxtpl's prefix letters"),
    Difference(template: "{_{ i }_}", here: "{{ i }}", reason: "docxtpl's escapes"),
    Difference(template: "{{ loop is defined }}", here: nil, reason: "loop outside of a loop is an error"),
    Difference(
      template: "{% if zero %}{{ s | nope }}{% endif %}", here: nil, reason: "checked where it is not run too"
    ),
    Difference(
      template: "{% if zero %}{{ i is nope }}{% endif %}", here: nil,
      reason: "checked where it is not run too"),
    Difference(
      template: "{{ missing is number }}", here: nil,
      reason: "what is unknown can only be asked whether it is"),
    Difference(template: "{{ d.items }}", here: nil, reason: "methods are no values"),
    Difference(template: "{{ i.real }}", here: nil, reason: "numbers have no members"),
    Difference(template: "{{ d | attr('a') }}", here: "1", reason: "attributes and entries are the same"),
    Difference(
      template: "{{ '<a>' | escape }}", here: "<a>", reason: "there is no HTML; the document escapes"),
    Difference(template: "{{ s | striptags }}", here: nil, reason: "there is no HTML"),
    Difference(template: "{{ l | pprint }}", here: nil, reason: "for debugging"),
    Difference(template: "{#", here: nil, reason: "an open comment is an error"),
    Difference(
      template: "{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% set i = 1 %}", here: "7",
      reason: "a name has its outer value until it is set"),
    Difference(template: "{% print i %}", here: nil, reason: "{{ i }} does"),
    Difference(template: "{% block a %}{% endblock %}", here: nil, reason: "templates are not inherited"),
  ]
}
