//// shop/Shapes.java
package shop;

import dev.ambix.mapping.*;

class Shapes {
  @Entity
  static class Open { // [EntityShape] Open: objects of it cannot be made or told apart; got a class that is not final, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
    @Id private long id;
  }

  @Entity
  abstract static class Abstract { // [EntityShape] Abstract: objects of it cannot be made or told apart; got an abstract class, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
    @Id private long id;
  }

  @Entity
  abstract static sealed class Root permits Leaf { // [EntityShape] Root: objects of it cannot be made or told apart; got an abstract sealed class without @Inheritance, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
    @Id private long id;
  }

  static final class Leaf extends Root {}

  @Entity
  final class Inner { // [EntityShape] Inner: objects of it cannot be made or told apart; got an inner class, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
    @Id private long id;
  }

  @Entity
  static final class Generic<T> { // [EntityShape] Generic: objects of it cannot be made or told apart; got a generic class, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
    @Id private long id;
  }

  @Entity
  private static final class Private { // [EntityShape] Private: objects of it cannot be made or told apart; got a private class, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
    @Id private long id;
  }

  @Entity
  record Record(long id) {} // [EntityShape] Record: objects of it cannot be made or told apart; got a record, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.

  @Entity
  enum Enum { // [EntityShape] Enum: objects of it cannot be made or told apart; got an enum, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
    A
  }

  @Entity
  interface Interface {} // [EntityShape] Interface: objects of it cannot be made or told apart; got an interface, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.

  @Entity
  @Projection
  static final class Both { // [EntityShape] Both: objects of it cannot be made or told apart; got a class that is a @Projection too, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity.
    @Id private long id;
  }
}
