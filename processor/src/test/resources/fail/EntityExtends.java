//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User extends Person { // [EntityExtends] User: the attributes of a superclass are not mapped; got a class that extends shop.Person, expected one that extends nothing or is of a hierarchy. Move the fields here or into an @Embedded record, or make shop.Person an abstract sealed class with @Inheritance.
  @Id private long id;
}
//// shop/Person.java
package shop;

class Person {}
