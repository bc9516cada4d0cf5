package dev.ambix.processor.check;

import dev.ambix.processor.read.Stray;

/// Says what is wrong with an annotation of a mapping where there is none.
public final class StrayCheck {
  private final Problems problems;

  public StrayCheck(Problems problems) {
    this.problems = problems;
  }

  /// Shows what is wrong with one of them.
  public void check(Stray stray) {
    problems.error(
        stray.origin(),
        Code.MisplacedAnnotation,
        stray.subject(),
        "@%s has no meaning here; got a class that is not mapped, expected an @Entity. Add @Entity to the class, or remove the annotation."
            .formatted(stray.annotation()));
  }
}
