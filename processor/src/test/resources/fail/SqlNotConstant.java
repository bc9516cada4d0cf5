//// shop/Queries.java
package shop;

import dev.ambix.mapping.SqlText;
import java.util.function.Consumer;

class Queries {
  private final String kept = String.valueOf(1);

  static void run(@SqlText String sql, int number) {}

  void bad(String name) {
    run("select " + name, 1); // [SqlNotConstant] Queries.run: SQL text stands in the sources, so that no input can become SQL; got `"select " + name`, expected a compile-time constant. Write the text out with :name for each value, and bind the values.
    run(name, 1); // [SqlNotConstant] Queries.run: SQL text stands in the sources, so that no input can become SQL; got the variable `name`, expected a compile-time constant. Make it final and set it to a constant where it is declared; a parameter is marked @SqlText and never set.
    run(kept, 1); // [SqlNotConstant] Queries.run: SQL text stands in the sources, so that no input can become SQL; got the variable `kept`, expected a compile-time constant. Make it final and set it to a constant where it is declared; a parameter is marked @SqlText and never set.
  }

  Consumer<String> reference() {
    return Queries::one; // [SqlNotConstant] Queries.one: what calls it through a reference is not checked; got `Queries::one`, expected a call. Write a lambda that passes constant SQL text.
  }

  static void one(@SqlText String sql) {}
}
