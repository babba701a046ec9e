namespace rongtong {}
