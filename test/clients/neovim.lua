-- Drives Neovim as a person would, with Demarche's server as client/EDITORS.md sets it up, and writes what came of
-- it as JSON to the file that DEMARCHE_TEST_RESULT names. The working folder is a copy of the test's workspace.

local PATIENCE = 10000
local results = {}

--- Waits until a question is answered, and gives the answer.
local function await(what, question)
  local answer
  vim.wait(PATIENCE, function()
    answer = question()
    return answer
  end, 20)
  return answer or error('waited in vain for ' .. what, 2)
end

local function expect(actual, wanted)
  if not vim.deep_equal(actual, wanted) then
    error('expected ' .. vim.inspect(wanted) .. ' but found ' .. vim.inspect(actual), 2)
  end
end

local function text(buffer) return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, true), '\n') end

--- Opens a file and waits for the server: what is asked for before it is attached goes nowhere.
local function open(file)
  if vim.fn.expand('%:t') ~= file then vim.cmd('edit ' .. file) end
  -- Up to Neovim 0.9 the one, from 0.10 on the other.
  local servers = vim.lsp.get_clients and function() return vim.lsp.get_clients({ bufnr = 0 }) end or vim.lsp.buf_get_clients
  await('the server', function() return next(servers()) ~= nil end)
end

--- Puts the cursor at the start of the first of these words.
local function go_to(words)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search('\\V' .. words, 'cW') > 0, words .. ' is not in the text')
end

--- The words of the current buffer that a finding is about, in the order of the findings.
local function words_found()
  return vim.tbl_map(function(each)
    local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, true)[1]
    return line:sub(each.col + 1, each.end_col)
  end, vim.diagnostic.get(0))
end

local function await_no_finding()
  await('the finding to go', function() return #words_found() == 0 end)
end

open('bell.demarche')
local original = text()

--- Runs one check on the text as it was at first. It has failed if it throws; the next one runs all the same.
local function check(name, work)
  local ok, problem = xpcall(function()
    open('bell.demarche')
    if text() ~= original then vim.api.nvim_buf_set_lines(0, 0, -1, true, vim.split(original, '\n')) end
    work()
  end, tostring)
  table.insert(results, { name = name, error = not ok and problem or nil })
end

--- Misspells the museum where it is named in the text. Emoji before it in the line count twice in UTF-16.
local function misspell()
  await_no_finding()
  vim.cmd([[silent %substitute/{@museum: The/{@musuem: The/]])
  await('a finding', function() return #words_found() > 0 end)
end

check('a finding appears where the mistake is', function()
  misspell()
  expect(words_found(), { '@musuem' })
end)

check('a finding goes when the mistake is mended by hand', function()
  misspell()
  vim.cmd('silent undo')
  await_no_finding()
  expect(text(), original)
end)

check('a quick fix mends it', function()
  misspell()
  go_to('@musuem')
  -- Who is asked which action to take takes the first.
  local offered
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item or tostring, items)
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  await('the fix', function() return text() == original end)
  assert(offered[1]:find('@museum', 1, true), 'offered: ' .. vim.inspect(offered))
  await_no_finding()
end)

check('hover sums up an actor', function()
  go_to('@museum: The')
  vim.lsp.buf.hover()
  local window = await('the hover', function()
    for _, each in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(each).relative ~= '' then return each end
    end
  end)
  local shown = text(vim.api.nvim_win_get_buf(window))
  vim.api.nvim_win_close(window, true)
  assert(shown:find('Quayside Museum', 1, true), shown)
  assert(shown:find('organization', 1, true), shown)
end)

check('the outline has headings and statements', function()
  vim.lsp.buf.document_symbol()
  local items = await('the outline', function()
    for _, list in ipairs({ vim.fn.getqflist(), vim.fn.getloclist(0) }) do
      if #list > 0 then return list end
    end
  end)
  vim.cmd('silent! cclose | silent! lclose')
  local lines = vim.tbl_map(function(item) return item.lnum .. ' ' .. item.text end, items)
  expect(lines, { '7 [String] The letter', '9 [Event] #home', '11 [String] The answer', '13 [Constant] #brittle' })
end)

check('definition leads into the codebook', function()
  go_to('@orr:')
  vim.lsp.buf.definition()
  await('the codebook', function() return vim.fn.expand('%:t') == 'demarche.yaml' end)
  assert(vim.api.nvim_get_current_line():match('^  orr:'), vim.api.nvim_get_current_line())
end)

check('completion offers the actors and writes one', function()
  local offered
  -- Answers come late, and the keys that are fed would leave insert mode before: so one of the keys waits.
  function _G.await_menu()
    offered = await('completions', function()
      local words = vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({ 'items' }).items)
      return #words > 0 and words
    end)
    return ''
  end
  local keys = 'Go{@mus<C-x><C-o><C-r>=v:lua.await_menu()<CR><Esc>'
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'tx', false)
  expect(offered, { '@museum' })
  expect(vim.api.nvim_get_current_line(), '{@museum')
end)

check('rename changes the codebook and all texts', function()
  go_to('@museum: The')
  vim.lsp.buf.rename('gallery')
  await('the codebook', function() return text(vim.fn.bufnr('demarche.yaml')):find('  gallery:', 1, true) end)
  await('the text', function() return not text():find('@museum', 1, true) end)
  vim.cmd('silent wall')
end)

local out = assert(io.open(os.getenv('DEMARCHE_TEST_RESULT'), 'w'))
out:write(vim.json and vim.json.encode(results) or vim.fn.json_encode(results))
out:close()
vim.cmd('qall!')
