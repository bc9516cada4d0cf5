package dev.ambix.conformance.stream;

import dev.ambix.conformance.shop.Remark;
import dev.ambix.session.Database;

/// A program with little memory that reads a million rows. Its argument is the URL of a database.
final class MillionRows {
  static final long ROWS = 1_000_000;

  private MillionRows() {}

  public static void main(String... arguments) {
    try (var database = Database.open(arguments[0])) {
      database.write(db ->
          db.sql(
                  """
                  with recursive numbers(n) as (
                    select 1 union all select n + 1 from numbers where n < 1000000)
                  insert into remarks (text) select 'remark ' || n from numbers
                  """)
              .execute());
      long entities =
          database.read(db -> {
            try (var remarks = db.select(Remark.class).stream()) {
              return remarks.filter(remark -> !remark.text().isEmpty()).count();
            }
          });
      long texts =
          database.read(db -> {
            try (var all = db.sql("select text from remarks").stream(String.class)) {
              return all.filter(text -> !text.isEmpty()).count();
            }
          });
      System.out.println(entities + " " + texts);
    }
  }
}
