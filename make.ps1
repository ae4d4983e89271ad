# The same as the Makefile, for PowerShell:  .\make.ps1 run | test | lint | prove | screens | figures | pictures | bench
param([string]$Target = "help", [string]$Python = "py -3.11")

$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot
$env:PYTHONUTF8 = "1"
$venv = ".venv\Scripts\python.exe"

function Invoke-Step {
    & $args[0] @($args | Select-Object -Skip 1)
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
}

function Install-Extra([string]$Extra) {
    $words = $Python.Split(" ")
    Invoke-Step $words[0] @($words | Select-Object -Skip 1) "tools\install.py" $Extra
}

switch ($Target) {
    "run"     { Install-Extra "web"; Invoke-Step $venv -m lbp_app }
    "lint"    { Install-Extra "dev"; Invoke-Step $venv -m tools.lint }
    "test"    { Install-Extra "dev"; Invoke-Step $venv -m tools.chromium; Invoke-Step $venv -m pytest -q -n auto --maxprocesses=4 --dist worksteal --session-timeout=1700 -m "not full" }
    "prove"   { Install-Extra "dev"; Invoke-Step $venv -m tools.chromium; Invoke-Step $venv -m tools.prove }
    "screens" { Install-Extra "dev"; Invoke-Step $venv -m tools.chromium; Invoke-Step $venv -m tools.screens }
    "figures" { Install-Extra "dev"; Invoke-Step $venv -m tools.figures }
    "pictures" { Install-Extra "dev"; Invoke-Step $venv -m tools.chromium; Invoke-Step $venv -m tools.lesson_pictures }
    "bench"   { Install-Extra "dev"; Invoke-Step $venv -m tools.chromium; Invoke-Step $venv -m bench.run }
    default   { Write-Output "  .\make.ps1 run | test | lint | prove | screens | figures | pictures | bench" }
}
