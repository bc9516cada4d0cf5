//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
@RenamedFrom("user") // [InvalidName] User: a former name is another one; got user, which the table has now, expected the one before. Correct it, or remove @RenamedFrom.
final class User {
  @Id private long id;
  @RenamedFrom("name") private String name; // [InvalidName] User.name: a former name is another one; got name, which the column has now, expected the one before. Correct it, or remove @RenamedFrom.
  @RenamedFrom(" ") private String city; // [InvalidName] User.city: no engine keeps this former name; got a blank one, expected 1 to 63 bytes. Give a shorter name with @RenamedFrom("…").
  @Embedded @RenamedFrom("home") private Address address; // [MisplacedAnnotation] User.address: @RenamedFrom has no meaning here; got an embedded record, expected a component of it, or another attribute. Remove the annotation, or change what it stands on.
  @ManyToOne @RenamedFrom("post") private final Ref<Post> best = Ref.of(); // [MisplacedAnnotation] User.best: @RenamedFrom has no meaning here; got a reference of 2 columns, expected one of a single column. Remove the annotation.

  record Address(@RenamedFrom("street") String road) {}
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long blog;
  @Id private int number;
}
//// shop/Payment.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.SINGLE_TABLE)
abstract sealed class Payment {
  @Id private long id;
}

@Entity
@RenamedFrom("card") // [MisplacedAnnotation] Card: @RenamedFrom has no meaning here; got a subtype in the table of its root, expected a class with its own table. Remove the annotation.
final class Card extends Payment {}
//// shop/View.java
package shop;

import dev.ambix.mapping.*;

@Projection
record View(@RenamedFrom("number") int id) {} // [MisplacedAnnotation] View.id: @RenamedFrom has no meaning here; got a component of a projection, expected an attribute of an entity. Remove the annotation, or change what it stands on.
