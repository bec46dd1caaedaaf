// One client of the real library, driven by a test. Arguments: package, url, options (JSON).
// Prints what happens, one JSON array a line; emits what it is given on standard input, and prints the acknowledgements.
import { createInterface } from "node:readline";

const [library, url, options] = process.argv.slice(2);
const { io } = await import(library);
const print = (...what) => console.log(JSON.stringify(what));

const socket = io(url, { transports: ["websocket"], ...JSON.parse(options) });
socket.on("connect", () => print("connect"));
socket.on("connect_error", (error) => print("connect_error", error.message));
socket.on("disconnect", (reason) => print("disconnect", reason));
socket.onAny((event, data) => print(event, data));
socket.io.on("reconnect_attempt", () => print("reconnect_attempt"));

const input = createInterface({ input: process.stdin });
input.on("line", (line) => socket.emit(...JSON.parse(line), (answer) => print("answer", answer)));
input.on("close", () => process.exit(0));
