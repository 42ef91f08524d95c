// The steps, each with its drawing in the stage's picture's place.
ChaptersRoom {
    rows: house.making
    numbered: true
}
