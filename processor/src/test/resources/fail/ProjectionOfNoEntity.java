//// shop/View.java
package shop;

import dev.ambix.mapping.*;

@Projection(of = String.class) // [ProjectionOfNoEntity] View: it is not read from an entity; got java.lang.String, expected a class with @Entity that is visible here. Name an entity, or leave `of` out for the rows of an SQL text.
record View(int length) {}
