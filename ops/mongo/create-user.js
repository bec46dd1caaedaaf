// Runs once, on an empty volume: the application's own user, who may read and write its one database and nothing else.
db.getSiblingDB('tillsync').createUser({
  user: 'tillsync',
  pwd: process.env.TILLSYNC_DATABASE_PASSWORD,
  roles: [{ role: 'readWrite', db: 'tillsync' }],
});
