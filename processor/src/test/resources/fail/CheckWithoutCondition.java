//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Check(name = "ck_age", sql = " ") // [CheckWithoutCondition] User: a CHECK has a condition; got none, expected SQL such as `age >= 0`. Write it into `sql`.
final class User {
  @Id private long id;
  private int age;
}
//// shop/Team.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Check(name = " ", sql = "age > 1") // [InvalidName] Team: no engine keeps this constraint name; got a blank one, expected 1 to 63 bytes. Give a shorter name with `name`.
final class Team {
  @Id private long id;
}
//// shop/Tag.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Check(name = "ck_tag_size", sql = "size > 0") // [DuplicateConstraint] Tag: a constraint or an index stands twice; got ck_tag_size, as the check is named that engines make for the type of a column, expected another name. Remove one, or rename it.
final class Tag {
  @Id private long id;
  private int size;
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Check(name = "one", sql = "title <> ''")
@Check(name = "one", sql = "body <> ''")
final class Post { // [DuplicateConstraint] Post: a constraint or an index stands twice; got two named one, expected one. Remove one, or rename it.
  @Id private long id;
  private String title;
  private String body;
}
