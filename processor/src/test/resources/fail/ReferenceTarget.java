//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
  @References(String.class) private long author; // [ReferenceTarget] Post.author: it refers to no key of one column; got java.lang.String, expected an @Entity with one @Id that is visible here. Name another class, or remove @References.
  @References(Line.class) private long line; // [ReferenceTarget] Post.line: it refers to no key of one column; got shop.Line, expected an @Entity with one @Id that is visible here. Name another class, or remove @References.
}
//// shop/Line.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Line {
  @Id private long order;
  @Id private int number;
}
