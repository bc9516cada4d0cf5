package dev.ambix.conformance.music;

import dev.ambix.session.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// All that is in the shop, made from a seed: the same for the same seed. There is one of each
/// oddity that a report can trip over: an artist without albums, albums that nobody bought, whole
/// albums bought at once, an empty playlist, customers without invoices or support, and invoices
/// whose total is wrong.
public final class MusicShop {
  private static final LocalDate OPENED = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 3 * 365;
  private static final List<String> PRICES = List.of("0.99", "0.99", "1.29", "1.99");

  private static final BigDecimal SALE = new BigDecimal("0.79");

  private final Random random;
  private final InventedNames names;
  private final List<Genre> genres = new ArrayList<>();
  private final List<MediaType> mediaTypes = new ArrayList<>();
  private final List<Artist> artists = new ArrayList<>();
  private final List<Album> albums = new ArrayList<>();
  private final List<Track> tracks = new ArrayList<>();
  private final List<Playlist> playlists = new ArrayList<>();
  private final List<PlaylistEntry> entries = new ArrayList<>();
  private final List<Employee> employees = new ArrayList<>();
  private final List<Customer> customers = new ArrayList<>();
  private final List<Invoice> invoices = new ArrayList<>();
  private final List<InvoiceLine> lines = new ArrayList<>();

  private MusicShop(long seed) {
    random = new Random(seed);
    names = new InventedNames(random);
  }

  /// Makes a shop and inserts it.
  public static MusicShop open(Session db) {
    var shop = new MusicShop(1987);
    shop.record();
    shop.compile();
    shop.hire();
    shop.welcome();
    shop.sell();
    shop.all().forEach(db::add);
    db.flush();
    return shop;
  }

  private Stream<Object> all() {
    return Stream.of(
            genres,
            mediaTypes,
            artists,
            albums,
            tracks,
            playlists,
            entries,
            employees,
            customers,
            invoices,
            lines)
        .flatMap(List::stream);
  }

  private void record() {
    for (var name : List.of("Ambient", "Blues", "Chanson", "Drone", "Electro", "Folk", "Gospel")) {
      genres.add(new Genre(name));
    }
    for (var name : List.of("FLAC", "Vorbis", "Opus")) {
      mediaTypes.add(new MediaType(name));
    }
    for (int i = 0; i < 26; i++) {
      var artist = new Artist(names.next());
      artists.add(artist);
      for (int n = i % 4; n > 0; n--) {
        album(artist, pick(genres));
      }
    }
  }

  private void album(Artist artist, Genre genre) {
    var album = new Album(artist, names.next() + " " + names.next(), 1990 + random.nextInt(32));
    albums.add(album);
    int size = 5 + random.nextInt(8);
    for (int number = 1; number <= size; number++) {
      var kind = random.nextInt(8) == 0 ? pick(genres) : genre;
      int seconds = 60 + random.nextInt(400);
      var track = new Track(album, number, names.next(), kind, pick(mediaTypes), seconds);
      track.price(new BigDecimal(pick(PRICES)));
      track.composer(composer(artist));
      for (int guests = random.nextInt(12) - 9; guests > 0; guests--) {
        track.guests().add(pick(artists));
      }
      tracks.add(track);
    }
  }

  private String composer(Artist artist) {
    return random.nextBoolean() ? artist.name() : names.next();
  }

  private void compile() {
    for (int i = 0; i < 9; i++) {
      var playlist = new Playlist(names.next());
      playlists.add(playlist);
      for (int position = 1; position <= i * 4; position++) {
        entries.add(new PlaylistEntry(playlist, position, pick(tracks), day()));
      }
    }
  }

  private void hire() {
    var hired = OPENED.minusYears(1);
    employees.add(new Employee(null, names.next(), "Owner", hired));
    for (int i = 1; i < 14; i++) {
      var boss = employees.get((i - 1) / 3);
      employees.add(new Employee(boss, names.next(), "Level " + (i + 2) / 3, hired.plusDays(i)));
    }
  }

  private void welcome() {
    var countries = List.of("Andorra", "Belize", "Chad", "Denmark", "Estonia", "Fiji");
    for (int i = 0; i < 40; i++) {
      var country = countries.get(i % 7 % countries.size());
      var support = i % 13 == 5 ? null : employees.get(3 + random.nextInt(11));
      var place = new Customer.Place(names.next(), country);
      var customer = new Customer(names.next(), place, support);
      for (int favourites = random.nextInt(5); favourites > 0; favourites--) {
        customer.favourites().add(pick(artists));
      }
      customers.add(customer);
    }
  }

  private void sell() {
    var buyers = customers.subList(0, customers.size() - 2);
    for (int i = 0; i < 280; i++) {
      sell(pick(buyers), i % 20 == 7 ? tracksOf(pick(albums)) : choice());
    }
    for (var customer : buyers.subList(0, 3)) {
      sell(customer, tracksOf(albums.getFirst()));
    }
  }

  /// Some tracks, but none of every ninth album.
  private List<Track> choice() {
    return Stream.generate(() -> pick(tracks))
        .filter(track -> albums.indexOf(track.album().get()) % 9 != 4)
        .limit(1 + random.nextInt(5))
        .distinct()
        .toList();
  }

  private void sell(Customer customer, List<Track> chosen) {
    var invoice = new Invoice(customer, day());
    var total = BigDecimal.ZERO;
    int number = 0;
    for (var track : chosen) {
      var price = random.nextInt(9) == 0 ? SALE : track.price();
      var line = new InvoiceLine(invoice, ++number, track, 1 + random.nextInt(10) / 8, price);
      lines.add(line);
      total = total.add(line.amount());
    }
    invoice.charge(invoices.size() % 90 == 33 ? total.add(new BigDecimal("0.10")) : total);
    invoices.add(invoice);
  }

  private List<Track> tracksOf(Album album) {
    return tracks.stream().filter(track -> track.album().get() == album).toList();
  }

  private LocalDate day() {
    return OPENED.plusDays(random.nextInt(DAYS));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  public List<Artist> artists() {
    return artists;
  }

  public List<Album> albums() {
    return albums;
  }

  public List<Track> tracks() {
    return tracks;
  }

  public List<Playlist> playlists() {
    return playlists;
  }

  public List<PlaylistEntry> entries() {
    return entries;
  }

  public List<Employee> employees() {
    return employees;
  }

  public List<Customer> customers() {
    return customers;
  }

  public List<Invoice> invoices() {
    return invoices;
  }

  public List<InvoiceLine> lines() {
    return lines;
  }
}
