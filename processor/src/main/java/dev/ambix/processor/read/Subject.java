package dev.ambix.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/// The user's name for an element, as messages begin with it.
final class Subject {
  private Subject() {}

  /// `User`, `User.name`, `UserController.get(id)`; a constructor has the name of its class.
  static String of(Element element) {
    var name = element.getSimpleName().toString();
    var owner = element.getEnclosingElement();
    if (owner == null || element instanceof TypeElement || element instanceof PackageElement) {
      return name;
    }
    return switch (element.getKind()) {
      case PARAMETER -> of(owner) + "(" + name + ")";
      case CONSTRUCTOR -> owner.getSimpleName().toString();
      default -> owner.getSimpleName() + "." + name;
    };
  }
}
