//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import java.time.Instant;

@Entity
final class User {
  @Id private long id;
  @CreatedAt @UpdatedAt private Instant time; // [ConflictingAnnotations] User.time: two annotations set one attribute; got @CreatedAt and @UpdatedAt, expected one of them. Remove the other.
  @Version @Default("1") private int version; // [ConflictingAnnotations] User.version: two annotations set one attribute; got @Version and @Default, expected one of them. Remove the other.
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id @Version private int id; // [ConflictingAnnotations] Post.id: two annotations set one attribute; got @Id and @Version, expected one of them. Remove the other.
}
