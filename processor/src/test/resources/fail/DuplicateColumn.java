//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;

  @ColumnName("ID")
  private String other; // [DuplicateColumn] User.other: two attributes stand in one column; got ID, which `id` has, expected another name. Rename the attribute, or give it @ColumnName("…").

  private String addressCity;

  @Embedded private Address address;

  record Address(String city) {} // [DuplicateColumn] User.address.city: two attributes stand in one column; got address_city, which `addressCity` has, expected another name. Rename the attribute, or give it @ColumnName("…").

  record Place(String city) {} // [DuplicateColumn] Row.place.city: two attributes stand in one column; got place_city, which `placeCity` has, expected another name. Rename the attribute, or give it @ColumnName("…").

  @Projection
  record Row(String placeCity, @Embedded Place place) {}
}
