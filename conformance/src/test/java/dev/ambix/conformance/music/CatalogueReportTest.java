package dev.ambix.conformance.music;

import static dev.ambix.query.Aggregates.count;
import static dev.ambix.query.Aggregates.countDistinct;
import static dev.ambix.query.Aggregates.max;
import static dev.ambix.query.Aggregates.rank;
import static dev.ambix.query.Aggregates.sum;
import static dev.ambix.query.Functions.cast;
import static dev.ambix.query.Functions.coalesce;
import static dev.ambix.query.Functions.number;
import static dev.ambix.query.Functions.round;
import static dev.ambix.query.Functions.value;
import static dev.ambix.query.Functions.when;
import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.Selection;
import dev.ambix.query.Tuple;
import dev.ambix.query.Window;
import dev.ambix.session.Database;
import dev.ambix.session.Select;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import dev.ambix.type.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the shop has: what is liked, what is long, and what lies in the shelf.
@EveryEngine
class CatalogueReportTest {
  private static final LocalDate LAST_YEAR = LocalDate.of(2024, 1, 1);

  private MusicShop shop;
  private Statements statements;

  @BeforeEach
  void open(Database database, Statements sent) {
    shop = database.writeReturning(MusicShop::open);
    statements = sent;
  }

  private <T> List<T> inOneStatement(Select<T> report) {
    return statements.expect(1, report::list);
  }

  private record GenreSales(String genre, long copies, long lastYear, long cheap) {}

  @Test
  void genresThatSellBest(Session db) {
    var genre = InvoiceLine_.track.genre().name;
    var copies = sum(InvoiceLine_.copies);
    var lastYear = copies.filter(InvoiceLine_.invoice.date.ge(LAST_YEAR));
    var cheap =
        sum(
            when(InvoiceLine_.price.lt(InvoiceLine_.track.price), InvoiceLine_.copies)
                .otherwise(value(0)));
    var report =
        db.select(InvoiceLine.class)
            .into(Selection.of(GenreSales::new, genre, copies, coalesce(lastYear, 0L), cheap))
            .groupBy(genre)
            .orderBy(copies.desc(), genre.asc());

    var expected = new ArrayList<GenreSales>();
    shop.lines().stream()
        .collect(groupingBy(line -> line.track().get().genre().get().name()))
        .forEach((name, lines) ->
            expected.add(
                new GenreSales(
                    name,
                    lines.stream().mapToLong(InvoiceLine::copies).sum(),
                    lines.stream()
                        .filter(line -> !line.invoice().get().date().isBefore(LAST_YEAR))
                        .mapToLong(InvoiceLine::copies)
                        .sum(),
                    lines.stream()
                        .filter(line -> line.price().compareTo(line.track().get().price()) < 0)
                        .mapToLong(InvoiceLine::copies)
                        .sum())));
    expected.sort(comparing(GenreSales::copies, reverseOrder()).thenComparing(GenreSales::genre));
    assertThat(inOneStatement(report)).isEqualTo(expected).anyMatch(sales -> sales.cheap() > 0);
  }

  @Test
  void albumsThatNobodyBought(Session db) {
    var report =
        db.select(Album.class)
            .where(Album_.tracks.none(Track_.sales.any()))
            .with(Album_.artist)
            .orderBy(Album_.id.asc());

    var sold = new HashSet<Album>();
    shop.lines().forEach(line -> sold.add(line.track().get().album().get()));
    var expected = shop.albums().stream().filter(album -> !sold.contains(album)).toList();
    var found = inOneStatement(report);
    assertThat(found).extracting(Album::title).isEqualTo(titles(expected)).isNotEmpty();
    assertThat(found)
        .extracting(album -> album.artist().get().name())
        .isEqualTo(expected.stream().map(album -> album.artist().get().name()).toList());
  }

  private static List<String> titles(List<Album> albums) {
    return albums.stream().map(Album::title).toList();
  }

  private record Placed(String genre, String track, long copies, long place) {}

  @Test
  void tracksAtTheTopOfTheirGenre(Session db) {
    var genre = InvoiceLine_.track.genre().name;
    var track = InvoiceLine_.track;
    var copies = sum(InvoiceLine_.copies);
    var place = rank().over(Window.partitionBy(genre).orderBy(copies.desc()));
    var placed =
        db.select(InvoiceLine.class)
            .into(Selection.of(Placed::new, genre, track.name, copies, place))
            .groupBy(genre, track.id, track.name)
            .as("placed");
    var report =
        placed
            .select()
            .where(placed.get(place).le(3L))
            .orderBy(
                placed.get(genre).asc(), placed.get(place).asc(), placed.get(track.name).asc());

    var expected = new ArrayList<Placed>();
    shop.lines().stream()
        .collect(groupingBy(line -> line.track().get(), summingLong(InvoiceLine::copies)))
        .entrySet()
        .stream()
        .collect(groupingBy(each -> each.getKey().genre().get().name()))
        .forEach((name, sold) -> {
          for (var each : sold) {
            long better = sold.stream().filter(o -> o.getValue() > each.getValue()).count();
            if (better < 3) {
              expected.add(new Placed(name, each.getKey().name(), each.getValue(), better + 1));
            }
          }
        });
    expected.sort(
        comparing(Placed::genre).thenComparingLong(Placed::place).thenComparing(Placed::track));
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSizeGreaterThan(15);
  }

  @Test
  void longestTrackOfEachAlbum(Session db) {
    var longest =
        db.select(Track.class)
            .into(Selection.of(Tuple::values, Track_.album.id, max(Track_.seconds)))
            .groupBy(Track_.album.id);
    var report =
        db.select(Track.class)
            .where(Tuple.of(Track_.album.id, Track_.seconds).in(longest))
            .with(Track_.album)
            .orderBy(Track_.id.asc());

    var expected =
        shop.tracks().stream()
            .filter(track ->
                shop.tracks().stream()
                    .filter(other -> other.album().get() == track.album().get())
                    .noneMatch(other -> other.seconds() > track.seconds()))
            .map(Track::name)
            .toList();
    var found = inOneStatement(report);
    assertThat(found).extracting(Track::name).isEqualTo(expected);
    assertThat(found)
        .extracting(track -> track.album().get().title())
        .hasSizeGreaterThanOrEqualTo(shop.albums().size());
  }

  private record Versatile(String artist, long genres, long tracks) {}

  @Test
  void artistsOfSeveralGenres(Session db) {
    var artist = Track_.album.artist();
    var genres = countDistinct(Track_.genre.id);
    var report =
        db.select(Track.class)
            .into(Selection.of(Versatile::new, artist.name, genres, count()))
            .groupBy(artist.name)
            .having(genres.ge(3L))
            .orderBy(artist.name.asc());

    var expected = new ArrayList<Versatile>();
    shop.tracks().stream()
        .collect(groupingBy(track -> track.album().get().artist().get().name()))
        .forEach((name, tracks) -> {
          long kinds = tracks.stream().map(track -> track.genre().get()).distinct().count();
          if (kinds >= 3) {
            expected.add(new Versatile(name, kinds, tracks.size()));
          }
        });
    expected.sort(comparing(Versatile::artist));
    assertThat(inOneStatement(report)).isEqualTo(expected).isNotEmpty();
  }

  private record Length(String playlist, long tracks, long seconds) {}

  @Test
  void lengthOfPlaylists(Session db) {
    var seconds = sum(PlaylistEntry_.track.seconds);
    var tracks = count();
    var filled =
        db.select(PlaylistEntry.class)
            .into(Selection.of(List::<Object>of, PlaylistEntry_.playlist.id, tracks, seconds))
            .groupBy(PlaylistEntry_.playlist.id)
            .as("filled");
    var report =
        db.select(Playlist.class)
            .leftJoin(filled, filled.get(PlaylistEntry_.playlist.id).eq(Playlist_.id))
            .into(
                Selection.of(
                    Length::new,
                    Playlist_.name,
                    coalesce(filled.get(tracks), 0L),
                    coalesce(filled.get(seconds), 0L)))
            .orderBy(Playlist_.id.asc());

    var expected =
        shop.playlists().stream()
            .map(playlist -> {
              var own =
                  shop.entries().stream()
                      .filter(entry -> entry.playlist().get() == playlist)
                      .toList();
              return new Length(
                  playlist.name(),
                  own.size(),
                  own.stream().mapToLong(entry -> entry.track().get().seconds()).sum());
            })
            .toList();
    assertThat(inOneStatement(report))
        .isEqualTo(expected)
        .anyMatch(length -> length.seconds() == 0);
  }

  @Test
  void namesOnTheRecords(Session db) {
    var artists = db.select(Artist.class).value(Artist_.name);
    var composers =
        db.select(Track.class).value(Track_.composer).where(Track_.composer.isNotNull());
    var guests = db.select(Artist.class).value(Artist_.name).where(Artist_.appearances.any());
    var report = composers.union(artists).except(guests).orderBy(Track_.composer.asc());

    var expected = new TreeSet<String>();
    shop.artists().forEach(artist -> expected.add(artist.name()));
    for (var track : shop.tracks()) {
      var composer = track.composer();
      if (composer != null) {
        expected.add(composer);
      }
    }
    shop.tracks().forEach(track -> track.guests().forEach(guest -> expected.remove(guest.name())));
    assertThat(inOneStatement(report)).containsExactlyElementsOf(expected);
  }

  private record Share(String mediaType, long seconds, double percent) {}

  @Test
  void shareOfEachMediaType(Session db) {
    var type = Track_.mediaType.name;
    var seconds = sum(Track_.seconds);
    var all = sum(seconds).over(Window.all());
    var percent = round(real(seconds).times(100.0).dividedBy(real(all)), 1);
    var report =
        db.select(Track.class)
            .into(Selection.of(Share::new, type, seconds, percent))
            .groupBy(type)
            .orderBy(type.asc());

    double total = shop.tracks().stream().mapToInt(Track::seconds).sum();
    var expected = new ArrayList<Share>();
    shop.tracks().stream()
        .collect(groupingBy(track -> track.mediaType().get().name(), summingLong(Track::seconds)))
        .forEach((name, sum) ->
            expected.add(new Share(name, sum, Math.round(sum * 1000 / total) / 10.0)));
    expected.sort(comparing(Share::mediaType));
    assertThat(inOneStatement(report)).isEqualTo(expected).hasSize(3);
  }

  private static NumberExpression<Double> real(NumberExpression<?> number) {
    return number(cast(number, Type.DOUBLE));
  }

  private record Together(String one, String other, long invoices) {}

  @Test
  void artistsBoughtTogether(Session db) {
    var invoice = InvoiceLine_.invoice.id;
    var artist = InvoiceLine_.track.album().artist().name;
    var other =
        db.select(InvoiceLine.class)
            .into(Selection.of(List::<Object>of, invoice, artist))
            .as("other");
    var times = countDistinct(invoice);
    var report =
        db.select(InvoiceLine.class)
            .join(other, other.get(invoice).eq(invoice).and(other.get(artist).gt(artist)))
            .into(Selection.of(Together::new, artist, other.get(artist), times))
            .groupBy(artist, other.get(artist))
            .having(times.ge(4L))
            .orderBy(times.desc(), artist.asc(), other.get(artist).asc());

    var counts = new HashMap<List<String>, Long>();
    shop.lines().stream()
        .collect(
            groupingBy(
                line -> line.invoice().get(),
                mapping(line -> line.track().get().album().get().artist().get().name(), toSet())))
        .forEach((_, names) -> pairs(names).forEach(pair -> counts.merge(pair, 1L, Long::sum)));
    var expected = new ArrayList<Together>();
    counts.forEach((pair, number) -> {
      if (number >= 4) {
        expected.add(new Together(pair.getFirst(), pair.getLast(), number));
      }
    });
    expected.sort(
        comparing(Together::invoices, reverseOrder())
            .thenComparing(Together::one)
            .thenComparing(Together::other));
    assertThat(inOneStatement(report)).isEqualTo(expected).isNotEmpty();
  }

  private static List<List<String>> pairs(Set<String> names) {
    return names.stream()
        .flatMap(one ->
            names.stream()
                .filter(other -> other.compareTo(one) > 0)
                .map(other -> List.of(one, other)))
        .toList();
  }
}
