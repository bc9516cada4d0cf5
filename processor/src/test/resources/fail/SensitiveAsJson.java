//// shop/Login.java
package shop;

import dev.ambix.mapping.*;

record Login(String name, @Sensitive String password) {}
//// shop/LoginController.java
package shop;

import io.avaje.http.api.*;

@Controller("/login")
class LoginController {
  @Get
  Login get() { // [SensitiveAsJson] LoginController.get: a sensitive attribute would leave the service; got Login, whose `password` is @Sensitive, expected a type without it. Use a record that leaves it out.
    return new Login("ann", "secret");
  }

  @Get
  String logIn(Login login) {
    return login.name();
  }
}
//// io/avaje/jsonb/Json.java
package io.avaje.jsonb;

public @interface Json {
  @interface Import {
    Class<?>[] value();
  }
}
//// io/avaje/http/api/Controller.java
package io.avaje.http.api;

public @interface Controller {
  String value();
}
//// io/avaje/http/api/Get.java
package io.avaje.http.api;

public @interface Get {}
