package shop;

enum Size {
  SMALL,
  LARGE
}
