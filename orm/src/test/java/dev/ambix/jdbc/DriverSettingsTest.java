package dev.ambix.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGProperty;
import org.sqlite.SQLiteConfig;

class DriverSettingsTest {
  private static final List<String> WRONG =
      List.of(
          "",
          "s3cret",
          "mysql://h/d",
          "http://h/d",
          "sqlite:",
          "sqlite:?pool=2",
          "postgresql:",
          "postgresql://",
          "postgresql://h",
          "postgresql://h/",
          "postgresql:///d",
          "postgresql://u:s3cret/x@h/d",
          "postgresql://u:s3cret@/d",
          "postgresql://u:s3cret%zz@h/d",
          "postgresql://u:s3cret#1@h:x/d",
          "postgresql://u:s3cret?x@h/d",
          "postgresql://h/d?pool=abc",
          "postgresql://h/d?pool=0",
          "postgresql://h/d?pool=-1",
          "postgresql://h/d?pool=99999",
          "postgresql://h/d?pool=",
          "postgresql://h/d?pool_timeout=0s",
          "postgresql://h/d?pool_timeout=5",
          "postgresql://h/d?statement_timeout=s3cret",
          "postgresql://h/d?lock_timeout=-1s",
          "postgresql://h/d?pooler=s3cret",
          "postgresql://h/d?poolsize=3",
          "postgresql://h/d?statementTimeout=3s",
          "postgresql://h/d?max_lifetyme=3m",
          "postgresql://h/d?pasword=s3cret",
          "postgresql://h/d?usr=s3cret",
          "postgresql://h/d?pool",
          "postgresql://h/d?=s3cret");

  @ParameterizedTest
  @CsvSource({
    "sqlite:accounts.db,                        jdbc:sqlite:accounts.db",
    "sqlite:/var/lib/my%20app/a.db,             jdbc:sqlite:/var/lib/my%20app/a.db",
    "sqlite::memory:,                           jdbc:sqlite::memory:",
    "sqlite:file:x?mode=memory&pool=3,          jdbc:sqlite:file:x?mode=memory",
    "jdbc:sqlite:accounts.db,                   jdbc:sqlite:accounts.db",
    "postgresql://h/d,                          jdbc:postgresql://h/d",
    "postgres://h:5433/d,                       jdbc:postgresql://h:5433/d",
    "jdbc:postgresql://h/d,                     jdbc:postgresql://h/d",
    "jdbc:postgresql:d,                         jdbc:postgresql://localhost/d",
    "postgresql://ann:pw@[::1]:5432/d,          jdbc:postgresql://[::1]:5432/d",
    "'postgresql://h1:1,h2:2/d?pool=3',         'jdbc:postgresql://h1:1,h2:2/d'"
  })
  void readsUrlsOfBothEngines(String url, String jdbc) {
    assertThat(DriverSettings.parse(url).url()).isEqualTo(jdbc);
  }

  @Test
  void readsItsOwnParametersAndPassesOnTheOthers() {
    var settings =
        DriverSettings.parse(
            "postgresql://ann%40corp:p%2Fw%3A%25+@host/db?pool=16&pool_timeout=500ms&statement_timeout=2m"
                + "&lock_timeout=0s&max_lifetime=1h&pooler=transaction&sslmode=require");
    assertThat(settings.properties())
        .containsOnlyKeys("user", "password", "sslmode")
        .containsEntry("user", "ann@corp")
        .containsEntry("password", "p/w:%+")
        .containsEntry("sslmode", "require");
    assertThat(settings.poolSize()).isEqualTo(16);
    assertThat(settings.acquireTimeout()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.statementTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.lockTimeout()).isZero();
    assertThat(settings.maxLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.poolerTransaction()).isTrue();
    assertThat(settings.toString()).doesNotContain("p/w").doesNotContain("ann");
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite::memory:,   org.sqlite.,     org.xerial:sqlite-jdbc",
    "postgresql://h/d,  org.postgresql., org.postgresql:postgresql"
  })
  void namesTheJdbcDriverThatIsMissing(String url, String missing, String coordinates)
      throws Exception {
    var without = new Without(missing, getClass().getClassLoader());
    var open =
        without
            .loadClass(DriverSettingsTest.class.getName())
            .getDeclaredMethod("open", String.class);
    open.setAccessible(true);
    assertThat((String) open.invoke(null, url))
        .startsWith("[DriverMissing] database: ")
        .contains(coordinates);
  }

  static String open(String url) {
    try (var driver = Drivers.open(DriverSettings.parse(url), Tables.SCHEMA)) {
      return driver.toString();
    } catch (UsageException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// Loads our own classes anew, and finds no class of one package.
  private static final class Without extends ClassLoader {
    private final String missing;

    Without(String missing, ClassLoader parent) {
      super(parent);
      this.missing = missing;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(missing)) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.ambix.")) {
        return super.loadClass(name, resolve);
      }
      var loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        var bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void hasDefaults() {
    var settings = DriverSettings.parse("postgresql://host/db");
    assertThat(settings.poolSize()).isEqualTo(10);
    assertThat(settings.acquireTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.statementTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.lockTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.poolerTransaction()).isFalse();
  }

  @Test
  void passesOnWhatTheDriversKnow() {
    for (var property : PGProperty.values()) {
      assertThat(DriverSettings.parse("postgresql://h/d?" + property.getName() + "=x").properties())
          .containsEntry(property.getName(), "x");
    }
    for (var pragma : SQLiteConfig.Pragma.values()) {
      Drivers.open(DriverSettings.parse("sqlite:a?" + pragma.pragmaName + "=x"), Tables.SCHEMA)
          .close();
    }
    var unknown = DriverSettings.parse("sqlite:a?foo=1");
    assertThatThrownBy(() -> Drivers.open(unknown, Tables.SCHEMA))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("[BadUrl] database URL: its parameter foo is unknown");
  }

  static List<String> wrongUrls() {
    return WRONG;
  }

  @ParameterizedTest
  @MethodSource("wrongUrls")
  void saysWhatIsWrongWithoutSayingAPassword(String url) {
    assertThatThrownBy(() -> DriverSettings.parse(url))
        .isInstanceOfSatisfying(
            UsageException.class, error -> assertThat(error.code()).isEqualTo("BadUrl"))
        .hasMessageStartingWith("[BadUrl] database URL: ")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }
}
