//// shop/Views.java
package shop;

import dev.ambix.mapping.*;

class Views {
  @Projection
  static final class Plain {} // [ProjectionShape] Plain: a projection is made by its constructor; got a class, expected a record with components and without type parameters that its package can name. Change the type, or remove @Projection.

  @Projection
  record Generic<T>(T value) {} // [ProjectionShape] Generic: a projection is made by its constructor; got a generic record, expected a record with components and without type parameters that its package can name. Change the type, or remove @Projection.

  @Projection
  record Empty() {} // [ProjectionShape] Empty: a projection is made by its constructor; got a record without components, expected a record with components and without type parameters that its package can name. Change the type, or remove @Projection.

  @Projection
  private record Closed(int value) {} // [ProjectionShape] Closed: a projection is made by its constructor; got a private record, expected a record with components and without type parameters that its package can name. Change the type, or remove @Projection.
}
