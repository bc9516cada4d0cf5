package dev.ambix.processor.check;

import dev.ambix.processor.read.JsonUse;

/// Says what is wrong where JSON takes in what should not leave the service.
public final class JsonCheck {
  private final Problems problems;

  public JsonCheck(Problems problems) {
    this.problems = problems;
  }

  /// Shows what is wrong at one place.
  public void check(JsonUse use) {
    var name = use.type().simpleName();
    use.sensitive()
        .ifPresentOrElse(
            field ->
                problems.error(
                    use.origin(),
                    Code.SensitiveAsJson,
                    use.subject(),
                    "a sensitive attribute would leave the service; got %s, whose `%s` is @Sensitive, expected a type without it. Use a record that leaves it out."
                        .formatted(name, field)),
            () ->
                problems.error(
                    use.origin(),
                    Code.EntityAsJson,
                    use.subject(),
                    "an entity is no JSON type, since it may hold what must not leave or be set; got %s, expected a record. Use a @Projection(of = %s.class) record to answer, and a record of its own to take."
                        .formatted(name, use.type().simpleNames())));
  }
}
