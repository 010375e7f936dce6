/** How many test files run at once. More than there are cores: tests wait for the database and the browser. */
export const maxWorkers = 3;
