"""A room's live picture, fetched and decoded here: nothing but `Fetcher` touches the network."""
