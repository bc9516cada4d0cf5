//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Index({"name", "adress.city"}) // [UnknownAttribute] User: @Index names no attribute of one column; got "adress.city", expected one of id, name, address.city. Correct the name.
@Unique("address") // [UnknownAttribute] User: @Unique names no attribute of one column; got "address", expected one of id, name, address.city. Correct the name.
final class User {
  @Id private long id;
  private String name;
  @Embedded private Address address;

  record Address(String city) {}
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
  private String title;

  @Projection(of = Post.class)
  record Line(long id, String titel) {} // [UnknownAttribute] Line.titel: Post has no such attribute; got titel, expected one of id, title. Correct the name.
}
