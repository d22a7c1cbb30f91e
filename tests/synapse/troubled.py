# A homeserver behind which another stands, and which fails as a plan says: `troubled.py URL PLAN`.
#
# A line of the plan is `KIND COUNT PART`: so many requests whose address has this part are not
# answered as they should be. KIND is an HTTP status (until a line was read; 429 says how long to wait), `page` (what
# stands in between says by a page of its own that it finds nothing), `cut` (the
# connection is closed before anything was done), `lost` (it is done, and the answer does not
# arrive), `held` (it is done, and nothing comes for as long as the connection stands), `half` (half
# of the answer arrives), `late` (what one device sends to another, as keys are, comes with the answer
# after a line was read), `part` (of a room that is told of for the first time comes who made it, and
# the rest with the answer after a line was read), `unsynced` (it is done, and from then on no sync is
# answered until a line was read) or `anew` (it is done under another transaction, as a homeserver does
# it that remembers none). It prints its address, and ends with its input.
import http.client
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

behind = sys.argv[1].split("//")[1]
with open(sys.argv[2]) as file:
    plan = [[kind, int(count), part] for kind, count, part in map(str.split, file)]
lock = threading.Lock()
kept_back = []
unmade = {}
released = threading.Event()
synced = threading.Event()
synced.set()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def trouble(self):
        with lock:
            for step in plan:
                over = step[0].isdigit() and released.is_set()
                if step[1] > 0 and step[2] in self.path and not over:
                    step[1] -= 1
                    print("trouble", step[0], step[2], flush=True)
                    return step[0]

    def handle_request(self):
        size = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(size)
        trouble = self.trouble()
        if trouble == "cut":
            self.close_connection = True
            return
        if trouble and trouble.isdigit():
            said = {"errcode": "M_UNKNOWN", "error": "planned"}
            if trouble == "429":
                said = {"errcode": "M_LIMIT_EXCEEDED", "error": "planned", "retry_after_ms": 200}
            self.answer(int(trouble), {"content-type": "application/json"}, json.dumps(said).encode())
            return
        if trouble == "page":
            self.answer(404, {"content-type": "text/html"}, b"<h1>404 page not found</h1>")
            return
        connection = http.client.HTTPConnection(behind, timeout=90)
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        headers["accept-encoding"] = "identity"
        if trouble == "unsynced":
            synced.clear()
        path = self.path + "-anew" if trouble == "anew" else self.path
        connection.request(self.command, path, body, headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        if "/sync" in self.path:
            synced.wait()
        if trouble == "late":
            data = self.late(data)
        if trouble == "part":
            data = self.part(data)
        if trouble == "held":
            self.rfile.read(1)
        if trouble in ("lost", "held"):
            self.close_connection = True
            return
        kept = {name: value for name, value in answer.getheaders() if name.lower() == "content-type"}
        self.answer(answer.status, kept, data, half=trouble == "half")

    def late(self, data):
        answer = json.loads(data)
        events = answer.setdefault("to_device", {}).setdefault("events", [])
        # Clients pass over an answer that ends where the one before did: there nothing comes.
        news = "since=" + answer["next_batch"] not in self.path
        with lock:
            kept_back.extend(events)
            events.clear()
            if released.is_set() and news:
                events.extend(kept_back)
                kept_back.clear()
        return json.dumps(answer).encode()

    def part(self, data):
        answer = json.loads(data)
        rooms = answer.setdefault("rooms", {}).setdefault("join", {})
        with lock:
            for room, update in rooms.items():
                events = update.get("state", {}).get("events", []) + update["timeline"]["events"]
                if any(event["type"] == "m.room.create" for event in events) and not released.is_set():
                    made = [event for event in events if event["type"] in ("m.room.create", "m.room.member")]
                    unmade[room] = [event for event in events if event not in made]
                    update["state"], update["timeline"]["events"] = {"events": []}, made
            if released.is_set():
                for room, events in unmade.items():
                    timeline = rooms.setdefault(room, {}).setdefault("timeline", {"events": []})
                    timeline["events"] = events + timeline["events"]
                unmade.clear()
        return json.dumps(answer).encode()

    def answer(self, status, headers, data, half=False):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if half else data)
        if half:
            self.close_connection = True

    do_GET = do_POST = do_PUT = do_DELETE = handle_request

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
for _ in sys.stdin:
    released.set()
    synced.set()
