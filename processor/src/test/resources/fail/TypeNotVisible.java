//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  private Status status; // [TypeNotVisible] User.status: generated code in package shop cannot name the type; got shop.User.Status, expected a class that is visible there. Make the class public or package-private.
  @Embedded private Address address; // [TypeNotVisible] User.address: generated code in package shop cannot name the type; got shop.User.Address, expected a class that is visible there. Make the class public or package-private.

  private enum Status {
    ACTIVE
  }

  private record Address(String city) {}
}
