ChaptersRoom {
    rows: house.story
}
