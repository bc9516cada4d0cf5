//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Index({"name", "name"}) // [DuplicateConstraint] User: a constraint or an index stands twice; got an attribute twice, expected each attribute once. Remove one, or rename it.
final class User {
  @Id private long id;
  private String name;
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Unique(value = "title", name = "one")
@Unique(value = "body", name = "one")
final class Post { // [DuplicateConstraint] Post: a constraint or an index stands twice; got two named one, expected one. Remove one, or rename it.
  @Id private long id;
  private String title;
  private String body;
}
//// shop/Tag.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Index("name")
final class Tag { // [DuplicateConstraint] Tag: a constraint or an index stands twice; got two on the same attributes, expected one. Remove one, or rename it.
  @Id private long id;
  @Unique private String name;
}
