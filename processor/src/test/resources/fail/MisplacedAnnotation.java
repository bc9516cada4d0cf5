//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

@Entity
final class User {
  @Id private long id;
  @Length(3) private int length; // [MisplacedAnnotation] User.length: @Length has no meaning here; got int, expected a String. Remove the annotation, or change what it stands on.
  @Precision(3) private long precision; // [MisplacedAnnotation] User.precision: @Precision has no meaning here; got long, expected a BigDecimal or a BigInteger. Remove the annotation, or change what it stands on.
  @Native private String text; // [MisplacedAnnotation] User.text: @Native has no meaning here; got java.lang.String, expected an enum. Remove the annotation, or change what it stands on.
  @Generated private UUID generated; // [MisplacedAnnotation] User.generated: @Generated has no meaning here; got java.util.UUID, expected an attribute that is @Id. Remove the annotation, or change what it stands on.
  @Version private Integer version; // [MisplacedAnnotation] User.version: @Version has no meaning here; got java.lang.Integer, expected an attribute of type int or long. Remove the annotation, or change what it stands on.
  @CreatedAt private String createdAt; // [MisplacedAnnotation] User.createdAt: @CreatedAt has no meaning here; got java.lang.String, expected an Instant. Remove the annotation, or change what it stands on.
  @UpdatedAt private long updatedAt; // [MisplacedAnnotation] User.updatedAt: @UpdatedAt has no meaning here; got long, expected an Instant. Remove the annotation, or change what it stands on.
  @Embedded @Unique private Address address; // [MisplacedAnnotation] User.address: @Unique has no meaning here; got an embedded record, expected a component of it, or another attribute. Remove the annotation, or change what it stands on.
  @Length(3) private static int counter; // [MisplacedAnnotation] User.counter: @Length has no meaning here; got a static field, expected an attribute. Remove the annotation, or change what it stands on.
  @Transient @Length(3) private String cache; // [MisplacedAnnotation] User.cache: @Length has no meaning here; got a @Transient field, expected an attribute. Remove the annotation, or change what it stands on.
  @Unique("id") private String unique; // [MisplacedAnnotation] User.unique: on a field, @Unique is about that field; got names of attributes, expected none. Move the annotation to the class, or remove the names.

  record Address(
      @Id long number, // [MisplacedAnnotation] User.address.number: @Id has no meaning here; got a component of an embedded record, expected a field of the entity. Remove the annotation, or change what it stands on.
      @Transient String city) {} // [MisplacedAnnotation] User.address.city: @Transient has no meaning here; got a component of an embedded record, expected a field of the entity. Remove the annotation, or change what it stands on.
}
//// shop/File.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class File {
  @Id private java.util.List<String> names; // [MisplacedAnnotation] File.names: @Id has no meaning here; got java.util.List<java.lang.String>, expected a type whose values are compared. Remove the annotation, or change what it stands on.
  @Id private byte[] id; // [MisplacedAnnotation] File.id: @Id has no meaning here; got byte[], expected a type whose values are compared. Remove the annotation, or change what it stands on.
}
//// shop/Views.java
package shop;

import dev.ambix.mapping.*;

class Views {
  @Projection(of = Shop.class)
  record View(
      @Length(3) String name) {} // [MisplacedAnnotation] View.name: the entity says how the attribute is mapped; got @Length on a component of its projection, expected none. Remove the annotation.

  @Projection
  record Row(
      @Id long id) {} // [MisplacedAnnotation] Row.id: @Id has no meaning here; got a component of a projection, expected an attribute of an entity. Remove the annotation, or change what it stands on.
}
//// shop/Shop.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Shop {
  @Id private long id;
  private String name;
}
//// shop/Plain.java
package shop;

import dev.ambix.mapping.*;

@Table("plain")
class Plain { // [MisplacedAnnotation] Plain: @Table has no meaning here; got a class that is not mapped, expected an @Entity. Add @Entity to the class, or remove the annotation.
  @Id private long id; // [MisplacedAnnotation] Plain.id: @Id has no meaning here; got a class that is not mapped, expected an @Entity. Add @Entity to the class, or remove the annotation.
}
