//// module-info.java
module shop { // [MappingNotProvided] module shop: Database.open would not find its mappings; got no provides dev.ambix.mapping.Mapping, expected all of them. Write: provides dev.ambix.mapping.Mapping with shop.User_, shop.User_Card_;
  requires dev.ambix.orm;
}
//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;

  @Projection(of = User.class)
  record Card(long id) {}
}
